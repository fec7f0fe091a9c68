import type { NoticeLink } from '@/contract/calls/inbox'
import type { NoticeFields } from '@/domain/notices/words'
import type { Service } from '../context'

export type PresentedMessage = {
  title: string
  body: string
  link: NoticeLink | null
  lines: { text: string; link: NoticeLink }[]
  fields: NoticeFields
  pointless: boolean
}
export function presentMessage(_row: unknown, _service: Service, _now: Date): PresentedMessage {
  return {
    title: 't',
    body: 'b',
    link: null,
    lines: [],
    fields: { who: '', job: '', stage: '', time: '', note: '' },
    pointless: false,
  }
}
