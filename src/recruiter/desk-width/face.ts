/** Whether the window is wide enough for list and detail side by side. The same 900 px as the `desk` mixin. */
export type UseDeskWidth = () => boolean
