import Taro, { useRouter } from '@tarojs/taro'
import { addressOf, isTab, pathOf, TABS, type ParamsOf, type Route, type Tab } from './routes'

export { addressOf, TABS, type ParamsOf, type Route, type Tab } from './routes'

/** Parameters may be left out where all of them are optional. */
type Given<R extends Route> =
  Record<never, string> extends ParamsOf[R] ? [params?: ParamsOf[R]] : [params: ParamsOf[R]]

/** WeChat keeps ten pages; from there on the newest page replaces the one on top. */
const deepest = 10

export async function goTo<R extends Route>(route: R, ...[params]: Given<R>): Promise<void> {
  if (isTab(route)) return goToTab(route)
  const url = addressOf(route, params ?? ({} as ParamsOf[R]))
  if (Taro.getCurrentPages().length >= deepest) await Taro.redirectTo({ url })
  else await Taro.navigateTo({ url })
}

/** Opens a page in the place of this one: going back will not return here. */
export async function replaceWith<R extends Route>(route: R, ...[params]: Given<R>): Promise<void> {
  if (isTab(route)) return goToTab(route)
  await Taro.redirectTo({ url: addressOf(route, params ?? ({} as ParamsOf[R])) })
}

export async function goToTab(tab: Tab): Promise<void> {
  await Taro.switchTab({ url: pathOf[tab] })
}

/** This page was opened by a card, a link or a reload. */
export const isFirstPage = (): boolean => Taro.getCurrentPages().length <= 1

/** One of the four tabs is in front. */
export function isOnTab(): boolean {
  const pages = Taro.getCurrentPages()
  const path = pages[pages.length - 1]?.route?.replace(/^\/?/, '/')
  return TABS.some((tab) => pathOf[tab] === path)
}

/** Back to the page before; home from the first one. */
export async function goBack(): Promise<void> {
  if (isFirstPage()) await goToTab('home')
  else await Taro.navigateBack()
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What the page was opened with, decoded. All of it may be missing: an address can be typed or cut off. */
export function useParams<R extends Route>(_route: R): Partial<ParamsOf[R]> {
  const raw = useRouter<Record<string, string | undefined>>().params
  const known = Object.entries(raw).flatMap(([name, value]) => (value ? [[name, decode(value)]] : []))
  return Object.fromEntries(known) as Partial<ParamsOf[R]>
}
