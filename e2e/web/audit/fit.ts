/** Runs in the page. Nothing is wider than the window, and nobody has to scroll sideways. */
export function fit(): string[] {
  const { innerWidth } = window
  const { scrollWidth } = document.documentElement
  const problems =
    scrollWidth > innerWidth ? [`the page is ${scrollWidth} px wide in a window of ${innerWidth} px`] : []
  for (const element of document.body.querySelectorAll('*')) {
    const { left, right, width } = element.getBoundingClientRect()
    const shown = width > 0 && element.checkVisibility({ visibilityProperty: true })
    if (!shown || (right <= innerWidth + 1 && left >= -1)) continue
    let box = element.parentElement
    while (box && getComputedStyle(box).overflowX === 'visible') box = box.parentElement
    // Whoever cuts or scrolls what it holds must fit itself; it is looked at as well.
    const held = box !== null && box !== document.body && box !== document.documentElement
    if (!held && !element.closest('.b-offscreen'))
      problems.push(`${element.tagName}.${element.className} reaches from ${left} to ${right} px`)
  }
  return problems
}
