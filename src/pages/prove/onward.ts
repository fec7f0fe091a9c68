import Taro from '@tarojs/taro'
import type { Me } from '@/contract/calls/me'
import { goBack, goToTab, replaceWith, type ParamsOf, type Route } from '@/services/navigate'
import { pathOf } from '@/services/navigate/routes'

const bare = (path: string | undefined) => path?.replace(/^\//, '').replace(/\?.*$/, '')

/** A route of ours, or nothing: an address can be typed by anybody. */
export function routeOf(name: string | undefined): Route | null {
  return name !== undefined && Object.keys(pathOf).includes(name) ? (name as Route) : null
}

/**
 * Where to go once the number is proven: to the page that asked, which still holds what was typed there; else to the
 * page that was meant; else to what waits for this number.
 */
export async function goOnward(
  me: Me,
  next: Route | null,
  { token, job }: Pick<ParamsOf['prove'], 'token' | 'job'>,
): Promise<void> {
  const pages = Taro.getCurrentPages()
  const before = pages[pages.length - 2]?.route
  if (before !== undefined && (next === null || bare(before) === bare(pathOf[next]))) return goBack()
  if (next === 'invitation' && token) return replaceWith('invitation', { token })
  if (next === 'apply') return replaceWith('apply', { token, job })
  if (next === 'home' || next === 'jobs' || next === 'progress' || next === 'me') return goToTab(next)
  return goToTab(me.invitationsWaiting > 0 || me.employee === null ? 'progress' : 'home')
}
