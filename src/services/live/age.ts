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

/** Browsers have a clock that nobody sets; most of them stop it while the computer sleeps. WeChat has none. */
const steadyNow = (): number => (typeof performance === 'undefined' ? 0 : performance.now())

/**
 * How old what is shown is. The clock of a device may be set while somebody looks, so it is held against the timers
 * and against the browser's steady clock. Set back, it takes nothing away. A leap forward that neither explains is a clock
 * that was set or a computer that slept in the middle of a page: which of the two cannot be known, and so the age is not.
 */
export function makeAge(): Age {
  let at = Date.now()
  let steady = steadyNow()
  let elapsed = 0
  let wasHidden = false
  let known = true

  function count(waitedMs: number): void {
    const passed = Date.now() - at
    const sure = Math.max(waitedMs, steadyNow() - steady)
    if (!wasHidden && passed > sure + LATE_MS) known = false
    else elapsed += Math.max(passed, sure)
    goOn()
  }

  function goOn(): void {
    at = Date.now()
    steady = steadyNow()
    wasHidden = false
  }

  return {
    renew: () => {
      goOn()
      elapsed = 0
      known = true
    },
    waited: count,
    hidden: () => {
      wasHidden = true
    },
    since: () => new Date(known ? at - elapsed : NaN),
  }
}
