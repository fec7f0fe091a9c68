import type { OwnShare } from '@/contract/calls/share'
import type { Context } from '../context'
import type { OwnShareRow } from '../store/share'
import { invitationLink } from './present-invitation'

export function presentShare(row: OwnShareRow, ctx: Pick<Context, 'config'>): OwnShare {
  const { id, channel, name, title, job, token, code, createdAt } = row
  return { id, channel, name, title, job, token, link: invitationLink(token, ctx), code, createdAt }
}
