import { LINE_LIMIT, LINE_STARTERS, type Relation } from '@/domain/endorsement'
import type { Input } from '@/services/cloud'
import type { ChosenJob } from './job-choice/chosen-job'
import { EMPTY_ENTRY, phoneOf, type PhoneEntry } from './phone/phone-entry'

/** What a referrer has filled in and not sent yet. */
export type Draft = { phone: PhoneEntry; job: ChosenJob | null; relation: Relation | null; line: string }

export const EMPTY_DRAFT: Draft = { phone: EMPTY_ENTRY, job: null, relation: null, line: '' }

/** The invitation this draft would send, or null without a number. */
export function toSend(draft: Draft): Omit<Input<'invitation.send'>, 'requestId'> | null {
  const phone = phoneOf(draft.phone)
  if (!phone) return null
  return {
    phone,
    jobId: draft.job?.id ?? null,
    relation: draft.relation,
    line: draft.line.trim() || null,
    consent: true,
  }
}

/** The line with a starter tapped: it takes the place of another starter and follows one's own words. */
export function withStarter(line: string, starter: string): string {
  const own = line.trim()
  if (own.includes(starter)) return line
  const replaces = own === '' || (LINE_STARTERS as readonly string[]).includes(own)
  const filled = replaces ? starter : `${own}，${starter}`
  return filled.length > LINE_LIMIT ? line : filled
}
