/** More than a timer is ever late on a screen that is seen, less than anybody would notice in words of minutes. */
const LATE_MS = 20_000

export type Age = {
  /** What is shown is of now. */
  renew: () => void
  /** To be called whenever a wait is over: so much was to be waited. */
  waited: (ms: number) => void
  /** Nobody saw the screen: until the next call any time may have passed. */
  hidden: () => void
  /** What is shown was true then, by the clock of this device as it goes now. An invalid date when nobody can tell. */
  since: () => Date
}

/**
 * How old what is shown is, counted in the steps of the timers, because the clock of a device may be set while
 * somebody looks. Set back, it takes nothing away. A leap forward that no timer explains is a clock that was set or a
 * computer that slept in the middle of a page: which of the two cannot be known, and so the age is not.
 */
export function makeAge(): Age {
  let at = Date.now()
  let elapsed = 0
  let wasHidden = false
  let known = true

  function count(expectedMs: number): void {
    const now = Date.now()
    const passed = now - at
    at = now
    if (!wasHidden && passed > expectedMs + LATE_MS) known = false
    // Set back: at least as long as the timer took has passed.
    else elapsed += passed < 0 ? expectedMs : passed
    wasHidden = false
  }

  return {
    renew: () => {
      at = Date.now()
      elapsed = 0
      wasHidden = false
      known = true
    },
    waited: count,
    hidden: () => {
      wasHidden = true
    },
    since: () => new Date(known ? at - elapsed : NaN),
  }
}
