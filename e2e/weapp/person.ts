import { attributeOf, fire, type WxNode } from './native'
import type { PageStack } from './page-stack'
import { enter, isOff, type PageView } from './page-view'
import { shared, type Card } from './share-card'
import { until } from './until'
import type { Device, Modal } from './wx-device'

/** What a person sees of a mini-program and does with it. Whatever is not there yet is waited for. */
export function personAt(stack: PageStack, device: Device) {
  const cards: Card[] = []

  const page = (): PageView => {
    const top = stack.top()
    if (!top) throw new Error('The mini-program is not open')
    return top
  }
  const asked = () => (device.modal ? `${device.modal.title} ${device.modal.content}` : '')
  const text = () => `${stack.top()?.text() ?? ''} ${asked()}`.trim()
  const instead = () => `${stack.top()?.route ?? 'no page'}: ${text()}`
  const has = (words: string | RegExp) =>
    typeof words === 'string' ? text().includes(words) : words.test(text())
  const field = (label: string) =>
    until(`There was no field 「${label}」`, () => stack.top()?.field(label), instead)

  function tapOn(node: WxNode): void {
    device.subscriptions.tapping = true
    fire(node, 'tap', { x: 0, y: 0 })
    device.subscriptions.tapping = false
    const openType = attributeOf(node, 'openType')
    if (openType === 'share') cards.push(shared(page(), node))
    if (openType === 'getPhoneNumber') fire(node, 'getphonenumber', phoneAnswer(device.phoneCode))
  }

  return {
    /** Everything that can be read now, a question of WeChat's included. */
    text,
    route: () => page().route,
    query: () => page().query,
    /** What was forwarded last. */
    lastCard: (): Card => {
      const card = cards[cards.length - 1]
      if (!card) throw new Error('Nothing was forwarded')
      return card
    },

    see: async (...words: (string | RegExp)[]): Promise<void> => {
      for (const one of words) await until(`「${String(one)}」 did not appear`, () => has(one), instead)
    },
    gone: async (words: string | RegExp): Promise<void> =>
      void (await until(`「${String(words)}」 stayed`, () => !has(words), instead)),
    /** Sees words that come up and go away by themselves. */
    told: async (words: string): Promise<void> => {
      const { toasts } = device
      const said = () => toasts.join()
      await until(`「${words}」 was not said`, () => toasts.includes(words), said)
    },

    /** The address of the picture with this label, once there is one. */
    picture: async (label: string): Promise<string> => {
      const found = () => {
        const image = stack.top()?.image(label)
        return image && attributeOf(image, 'src')
      }
      return String(await until(`There was no picture 「${label}」`, found, instead))
    },

    /** Taps what is called so: on the question that is asked, else on the page. */
    tap: async (name: string): Promise<void> => {
      const found = () => {
        if (device.modal) return answerTo(device.modal, name)
        const node = stack.top()?.button(name)
        return node && !isOff(node) ? () => tapOn(node) : null
      }
      const act = await until(`「${name}」 could not be tapped`, found, instead)
      act()
    },
    /** Taps a tab of the bar below. */
    tab: (words: string): void => {
      const tab = stack.tabs.find((one) => one.text === words)
      if (!tab) throw new Error(`There is no tab 「${words}」`)
      stack.switchTab(`/${tab.pagePath}`)
    },
    /** Pulls the page down, and waits until it lets go. */
    pull: async (): Promise<void> => {
      const { instance, route } = page()
      if (!instance.onPullDownRefresh) throw new Error(`${route} cannot be pulled down`)
      device.pulled = true
      instance.onPullDownRefresh()
      await until(`${route} did not end the pull`, () => !device.pulled, instead)
    },
    /** WeChat's own arrow in the bar above. */
    back: (): void => stack.navigateBack(1),

    /** Puts a text into a field at once. */
    fill: async (label: string, value: string): Promise<void> => enter(await field(label), value),

    /** Types into an empty field key by key, each after what the last one left there. */
    type: async (label: string, value: string): Promise<void> => {
      for (let length = 1; length <= value.length; length++) {
        const node = await field(label)
        const typed = value.slice(0, length)
        enter(node, shownBy(node) + typed.slice(-1))
        const taken = () => bare(shownBy(stack.top()?.field(label))) === typed
        await until(`「${label}」 did not take ${typed}`, taken, instead)
      }
    },

    /** Sees that a field holds just this. */
    shows: async (label: string, value: string): Promise<void> => {
      const shown = () => shownBy(stack.top()?.field(label))
      await until(`「${label}」 did not show ${value}`, () => shown() === value, shown)
    },
  }
}

const shownBy = (node: WxNode | null | undefined) => String((node && attributeOf(node, 'value')) ?? '')

/** Without what the field itself puts between the letters. */
const bare = (shown: string) => shown.replace(/[\s-]/g, '')

function phoneAnswer(code: string | null): object {
  return code === null ? { errMsg: 'getPhoneNumber:fail user deny' } : { errMsg: 'getPhoneNumber:ok', code }
}

function answerTo({ yes, no, close }: Modal, name: string): (() => void) | null {
  return name === yes || name === no ? () => close(name === yes) : null
}
