/** What an employee may open by themselves; a share of channel `invite` comes with an invitation. */
export const OWN_CHANNELS = ['card', 'poster', 'code', 'link'] as const
export type OwnChannel = (typeof OWN_CHANNELS)[number]

/** 「朋友圈」「校招群」: what the owner tells posters apart by. */
export const SHARE_NAME_LIMIT = 12

/** WeChat shows about two lines of a card's title. */
export const SHARE_TITLE_LIMIT = 40
