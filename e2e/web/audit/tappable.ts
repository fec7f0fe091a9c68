/** Runs in the page. Whatever can be tapped is at least 44 px high. */
export function tappable(): string[] {
  const SMALLEST = 44
  const reachable = 'button, a[href], input, textarea, select, [role=button], [role=link], [tabindex="0"]'
  return [...document.body.querySelectorAll(reachable)].flatMap((element) => {
    const { height, width } = element.getBoundingClientRect()
    const shown = width > 0 && element.checkVisibility({ visibilityProperty: true })
    // Half a pixel may be lost to rounding.
    if (!shown || height >= SMALLEST - 0.5) return []
    const words = element.getAttribute('aria-label') ?? element.textContent
    return [`「${words}」 is ${height} px high (${element.className})`]
  })
}
