import type { WxNode } from './native'
import type { PageView } from './page-view'

/** What a forwarded card shows and opens. */
export type Card = { title: string; path: string; imageUrl?: string }

/** The card of a page: what the page says of itself, or of the button that was tapped. */
export function shared(page: PageView, button?: WxNode): Card {
  const { instance, route } = page
  if (!instance.onShareAppMessage) throw new Error(`${route} cannot be forwarded`)
  const element = button?.__wxElement
  const target = element && { id: element.id, dataset: { ...element.dataset } }
  const card = instance.onShareAppMessage({ from: target ? 'button' : 'menu', target })
  if (!isCard(card)) throw new Error(`${route} gave no card`)
  return card
}

function isCard(card: unknown): card is Card {
  if (typeof card !== 'object' || card === null || !('title' in card) || !('path' in card)) return false
  return typeof card.title === 'string' && typeof card.path === 'string'
}
