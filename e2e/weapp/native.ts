/** What WeChat's own components know of a node: `attrs` is what the template hands them, whatever they draw of it. */
export type WxElement = {
  id: string
  dataset: Record<string, unknown>
  _vt?: { attrs: { name: string; value: unknown }[]; event: Record<string, { name: string }> }
}

export type WxNode = Element & { __wxElement?: WxElement }

/** A page as WeChat hands it to its own code, with the lifecycle that the framework gave it. */
export type PageInstance = {
  route: string
  options: Record<string, string>
  setData: (data: Record<string, unknown>, done?: () => void) => void
  onLoad?: (query: Record<string, string>) => void
  onShow?: () => void
  onReady?: () => void
  onHide?: () => void
  onUnload?: () => void
  /** Only where the page's configuration lets it be pulled. */
  onPullDownRefresh?: () => void
  onShareAppMessage?: (request: {
    from: 'button' | 'menu'
    target?: { id: string; dataset: object }
  }) => unknown
}

type Rendered = { instance: PageInstance; attach: (parent: Node) => void; detach: () => void }

type Simulate = {
  load: (path: string, tagName: string, options: { rootPath: string; compiler: 'official' }) => string
  render: (id: string) => Rendered
}

type Exparser = {
  Event: {
    create: (type: string, detail: object, options: object) => object
    dispatchEvent: (target: WxElement, event: object) => void
  }
}

// Without their own typings: those declare WeChat's globals, `setTimeout` among them, for the whole project.
export const simulate = jest.requireActual<Simulate>('miniprogram-simulate')
const exparser = jest.requireActual<Exparser>('miniprogram-exparser')
const utils = jest.requireActual<{ runJs: (file: string) => void }>('miniprogram-simulate/src/utils')

/** What the simulator put into the global scope, where WeChat has it as well. */
export const simulated = globalThis as unknown as {
  Component: (options: object) => void
  wx: Record<string, unknown>
}

/** Registers a built page and what it uses; `run` evaluates the files, since the simulator's way is one for all phones. */
export function loadPage(root: string, file: string, run: (file: string) => void): string {
  utils.runJs = run
  return simulate.load(file, 'page', { rootPath: root, compiler: 'official' })
}

/** Sets off an event of a native component; it bubbles as in WeChat. */
export function fire(node: WxNode, type: string, detail: object = {}): void {
  if (!node.__wxElement) throw new Error('Not a node of a mini-program')
  const options = {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields: { touches: [], changedTouches: [] },
  }
  exparser.Event.dispatchEvent(node.__wxElement, exparser.Event.create(type, detail, options))
}

/** The name is in camelCase, as the compiled template has it: `openType`, `ariaLabel`. */
export function attributeOf(node: WxNode, name: string): unknown {
  return node.__wxElement?._vt?.attrs.find((attribute) => attribute.name === name)?.value
}

export function listensTo(node: WxNode, type: string): boolean {
  return Object.values(node.__wxElement?._vt?.event ?? {}).some(({ name }) => name === type)
}

/** A page's options as a component's: the simulator knows no other kind. */
export function asComponent(page: Record<string, unknown>): object {
  const entries = Object.entries(page).filter(([name]) => name !== 'data')
  const methods = entries.filter(([, value]) => typeof value === 'function')
  const others = Object.fromEntries(entries.filter(([, value]) => typeof value !== 'function'))
  return {
    options: { addGlobalClass: true },
    data: structuredClone(page.data ?? {}),
    methods: Object.fromEntries(methods),
    lifetimes: {
      created(this: object) {
        Object.assign(this, others)
      },
    },
  }
}
