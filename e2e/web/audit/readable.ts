/** Runs in the page. Every text stands out from what is behind it by 4.5 : 1, as WCAG 2 computes it. */
export function readable(): string[] {
  const LEAST = 4.5
  type Colour = [red: number, green: number, blue: number, alpha: number]

  const parse = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number)
    return [red, green, blue, alpha]
  }
  const over = ([r, g, b, alpha]: Colour, [r2, g2, b2]: Colour): Colour => {
    const mix = (top: number, under: number) => top * alpha + under * (1 - alpha)
    return [mix(r, r2), mix(g, g2), mix(b, b2), 1]
  }
  const luminance = ([red, green, blue]: Colour) => {
    const linear = [red, green, blue].map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0)
  }
  const ratio = (one: Colour, other: Colour) => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
    return (light + 0.05) / (dark + 0.05)
  }
  const behind = (element: Element | null): Colour => {
    if (!element) return [255, 255, 255, 1]
    const colour = parse(getComputedStyle(element).backgroundColor)
    return colour[3] === 1 ? colour : over(colour, behind(element.parentElement))
  }
  const faded = (element: Element | null): number =>
    element ? Number(getComputedStyle(element).opacity) * faded(element.parentElement) : 1

  const problems = new Set<string>()
  const judge = (element: Element, words: string, colour: string) => {
    const [red, green, blue, alpha] = parse(colour)
    const back = behind(element)
    const found = ratio(over([red, green, blue, alpha * faded(element)], back), back)
    if (found < LEAST)
      problems.add(`「${words.trim()}」 has a contrast of ${found.toFixed(2)} (${element.className})`)
  }
  const applies = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest('[aria-disabled=true], :disabled')

  // What lies under an open sheet is in the shade on purpose.
  const asked = document.querySelectorAll('[role=alertdialog], [role=dialog]')
  const root = asked[asked.length - 1] ?? document.body
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { parentElement: element, textContent } = node
    if (element && textContent?.trim() && !element.matches('style, script') && applies(element))
      judge(element, textContent, getComputedStyle(element).color)
  }
  for (const field of root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
    if (!applies(field)) continue
    const empty = field.value === ''
    const { color } = getComputedStyle(field, empty ? '::placeholder' : null)
    judge(field, empty ? field.placeholder : field.value, color)
  }
  return [...problems]
}
