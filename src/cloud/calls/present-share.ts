import type { OwnShare } from '@/contract/calls/share'
import type { Context } from '../context'
import type { OwnShareRow } from '../store/share'
import { invitationLink } from './present-invitation'

export function presentShare(row: OwnShareRow, ctx: Pick<Context, 'config'>): OwnShare {
  const { id, channel, name, title, token, code, createdAt } = row
  // Field by field: a retry has it from `jsonb`, which sorts them another way, and gives the same answer by the letter.
  const job = row.job && { id: row.job.id, title: row.job.title, city: row.job.city }
  return { id, channel, name, title, job, token, link: invitationLink(token, ctx), code, createdAt }
}
