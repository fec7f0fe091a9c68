/** Runs in the page. Whatever can be used says what it is. */
export function named(): string[] {
  const spoken = (element: Element): string => {
    const copy = element.cloneNode(true) as Element
    copy.querySelectorAll('[aria-hidden=true]').forEach((hidden) => hidden.remove())
    const pictures = [...copy.querySelectorAll('img[alt]')].map((picture) => picture.getAttribute('alt'))
    return [copy.textContent, ...pictures].join('').trim()
  }
  const nameOf = (element: Element): string => {
    const by = element.getAttribute('aria-labelledby')
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
    const said = element.getAttribute('aria-label') ?? (by && document.getElementById(by)?.textContent)
    return (said ?? labels.map((label) => label.textContent).join('')).trim() || spoken(element)
  }
  const usable =
    'button, a[href], input, textarea, select, [role=button], [role=link], [role=dialog], [tabindex="0"]'
  return [...document.body.querySelectorAll(usable)].flatMap((element) => {
    const shown = element.checkVisibility({ visibilityProperty: true })
    return shown && nameOf(element) === '' ? [`${element.tagName}.${element.className} has no name`] : []
  })
}
