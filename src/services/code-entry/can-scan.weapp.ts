/** WeChat's scanner is everywhere; where the camera is not allowed, the scan itself says so. */
export const canScan = true
