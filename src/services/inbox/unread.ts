import { create } from 'zustand'
import { showBadge } from './badge'

/** How many messages nobody has read yet, at most 100. */
export const useUnread = create<{ unread: number }>()(() => ({ unread: 0 }))

/** What the cloud said last, whoever asked it: kept for the pages, and shown on the 我的 tab. */
export function noteUnread(unread: number): void {
  if (useUnread.getState().unread !== unread) useUnread.setState({ unread })
  showBadge(unreadWords(unread))
}

/** 「7」「99+」, or null when everything is read. */
export function unreadWords(unread: number): string | null {
  if (unread <= 0) return null
  return unread > 99 ? '99+' : String(unread)
}
