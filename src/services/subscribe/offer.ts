import type { Me } from '@/contract/calls/me'
import type { Template } from '@/domain/notices/event'
import type { Offer } from './face'

export type OwnTemplate = Me['templates'][number]

/** What WeChat's settings say: the switch for all, and per template id what it answers by itself. */
export type Settings = { on: boolean; items: Record<string, unknown> }

/** WeChat takes no more in one question. */
const MOST = 5

/** Null: WeChat would ask. The device knows best; before it was looked at, what the cloud remembers. */
function alwaysOf({ id, always }: OwnTemplate, settings: Settings | null): unknown {
  return settings ? (settings.items[id] ?? null) : always
}

/** Which of these templates to ask for, and what to offer where there are none. */
export function offerOf(
  templates: readonly OwnTemplate[],
  keys: readonly Template[],
  settings: Settings | null,
): { offer: Offer; ask: readonly OwnTemplate[] } {
  const usable = templates.filter((one) => keys.includes(one.key) && alwaysOf(one, settings) !== 'ban')
  if (usable.length === 0) return { offer: 'none', ask: [] }
  const ask = usable.filter((one) => alwaysOf(one, settings) !== 'reject').slice(0, MOST)
  const closed = settings?.on === false || ask.length === 0
  return closed ? { offer: 'settings', ask: [] } : { offer: 'ask', ask }
}

/** Those for which WeChat says yes without a word. Only what the device itself tells counts: a panel must not come up. */
export function silentOnes(
  templates: readonly OwnTemplate[],
  keys: readonly Template[],
  settings: Settings | null,
): readonly OwnTemplate[] {
  if (!settings?.on) return []
  return templates
    .filter(({ key, id }) => keys.includes(key) && settings.items[id] === 'accept')
    .slice(0, MOST)
}
