import { randomBytes } from 'node:crypto'
import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import type { OutputOf, Reply } from '@/contract/call'
import type { CallOf } from '@/contract/calls'
import { dispatch } from '@/cloud/dispatch'
import { wechatKey } from '@/cloud/secrets'
import type { Company, Somebody } from './company'

/** How somebody comes by a share: in which browser or WeChat, logged in or not. */
export type Way = {
  who?: Somebody | null
  /** The browser's own mark. */
  visitor?: string
  openid?: string
  userAgent?: string
  scene?: number
}

/** A browser that was never here before. */
export const freshVisitor = () => randomBytes(16).toString('base64url')

export async function openedBy(
  company: Company,
  token: string,
  { who = null, visitor, openid, userAgent, scene }: Way,
): Promise<Reply<OutputOf<CallOf<'share.open'>>>> {
  const context = company.context(who)
  const wechat = openid === undefined ? {} : { openid, loginKey: who?.loginKey ?? wechatKey(openid) }
  const reply = await dispatch(
    'share.open',
    { token, visitor: visitor ?? null, scene: scene ?? null },
    { ...context, ...wechat, userAgent: userAgent ?? null },
  )
  return reply as Reply<OutputOf<CallOf<'share.open'>>>
}

/** Proves a number in a browser, by a code as the web does. */
export async function proves(company: Company, phone: string, visitor: string): Promise<Somebody> {
  await company.must(null, 'session.start', { phone })
  const code = /验证码 (\d{6})/.exec(await company.lastText(phone as Somebody['phone']))?.[1] ?? ''
  const { me } = await company.must(null, 'session.verify', { phone, code, visitor })
  const loginKey = `test:${uuidv7()}`
  await company.service.db.rows(sql`insert into login (key, person_id, kind, created_at)
    values (${loginKey}, ${me.id}, 'web', ${company.context(null).now})`)
  return { id: me.id ?? '', phone: phone as Somebody['phone'], loginKey }
}
