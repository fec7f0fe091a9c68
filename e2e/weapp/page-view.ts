import { attributeOf, fire, listensTo, simulate, type PageInstance, type WxNode } from './native'

export type Query = Record<string, string>

/** One page of a mini-program, drawn, and found by what a person reads or hears on it. */
export type PageView = {
  route: string
  query: Query
  instance: PageInstance
  text: () => string
  /** The only thing of this name that can be tapped; null while there is none. */
  button: (name: string) => WxNode | null
  /** The field with this label. */
  field: (label: string) => WxNode | null
  /** The picture with this label. */
  image: (label: string) => WxNode | null
  show: () => void
  hide: () => void
  close: () => void
}

export type Measure = (route: string, bytes: number) => void

export function openPage(componentId: string, route: string, query: Query, measure: Measure): PageView {
  const parent = document.body.appendChild(document.createElement('div'))
  const page = simulate.render(componentId)
  const { instance } = page
  Object.assign(instance, { route, __route__: route, options: query })
  const { setData } = instance
  instance.setData = (data, done) => {
    measure(route, Buffer.byteLength(JSON.stringify(data)))
    setData(data, done)
  }
  page.attach(parent)

  const nodes = () => [...parent.querySelectorAll<WxNode>('*')]
  return {
    route,
    query,
    instance,
    text: () => parent.textContent ?? '',
    button: (name) => onlyOne(name, tappable(nodes().filter((node) => isCalled(node, name)))),
    field: (label) =>
      onlyOne(
        label,
        nodes().filter(
          (node) => /^WX-(INPUT|TEXTAREA)$/.test(node.tagName) && attributeOf(node, 'ariaLabel') === label,
        ),
      ),
    image: (label) =>
      onlyOne(
        label,
        nodes().filter((node) => node.tagName === 'WX-IMAGE' && attributeOf(node, 'ariaLabel') === label),
      ),
    show: () => instance.onShow?.(),
    hide: () => instance.onHide?.(),
    close: () => {
      instance.onUnload?.()
      // What the framework still wanted to draw finds nobody looking.
      instance.setData = () => undefined
      page.detach()
      parent.remove()
    },
  }
}

const wordsOf = (node: Element) => node.textContent?.trim()

/** By what a screen reader says, or by its words: then the innermost node that holds nothing else. */
function isCalled(node: WxNode, name: string): boolean {
  if (attributeOf(node, 'ariaLabel') === name) return true
  return wordsOf(node) === name && ![...node.children].some((child) => wordsOf(child) === name)
}

function tappable(nodes: WxNode[]): WxNode[] {
  return [...new Set(nodes.flatMap((node) => tapTaker(node) ?? []))]
}

/** Whoever takes a tap on this node. Taro's text listens to everything and does nothing by itself. */
function tapTaker(node: WxNode): WxNode | null {
  for (let at: WxNode | null = node; at; at = at.parentElement) {
    if (at.tagName === 'WX-BUTTON') return at
    if (at.tagName === 'WX-VIEW' && listensTo(at, 'tap')) return at
  }
  return null
}

function onlyOne(name: string, [first, ...others]: WxNode[]): WxNode | null {
  if (others.length > 0) throw new Error(`${others.length + 1} things on the page are called 「${name}」`)
  return first ?? null
}

export const isOff = (node: WxNode) =>
  ['disabled', 'ariaDisabled'].some((name) => String(attributeOf(node, name)) === 'true')

/** Puts text into a field as a keyboard or a paste does: no more than fits. */
export function enter(node: WxNode, text: string): void {
  const limit = Number(attributeOf(node, 'maxlength') ?? -1)
  const value = limit >= 0 ? text.slice(0, limit) : text
  fire(node, 'input', { value, cursor: value.length, keyCode: 0 })
}
