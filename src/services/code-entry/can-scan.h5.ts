/** A browser asks no camera: the phone's own one opens a poster's link. */
export const canScan = false
