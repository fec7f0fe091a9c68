import { randomBytes } from 'node:crypto'
import sql from 'sql-template-tag'
import { uuidv7 } from 'uuidv7'
import { DEFAULT_CHOICES } from '@/domain/notices/choices'
import type { NoticeChannel, NoticeEvent, NoticeSeat, Template } from '@/domain/notices/event'
import type { Quiet } from '@/domain/notices/quiet'
import type { Company, Somebody } from './company'

/** A row of the outbox, as far as tests look at it. */
export type OutboxRow = {
  state: string
  reason: string | null
  channel: string | null
  attempts: number
  runAt: Date
  handedAt: Date | null
}

type Addresses = { openid?: boolean; wecomId?: boolean; email?: boolean }

/** People who can be reached and messages for them, put where the business would put them. */
export function delivering(company: Company) {
  const { rows, one } = company.service.db
  const now = () => company.context(null).now

  return {
    async reach(who: Somebody, { openid = false, wecomId = false, email = false }: Addresses): Promise<void> {
      const name = randomBytes(6).toString('hex')
      await rows(sql`update person set openid = ${openid ? `o${name}` : null} where id = ${who.id}`)
      await rows(sql`update employee set wecom_id = ${wecomId ? `w${name}` : null}, email = ${email ? `${name}@bole.test` : null}
        where phone_hash = ${company.service.secrets.phoneHash(who.phone)}`)
    },

    async taps(who: Somebody, credits: Partial<Record<Template, number>>): Promise<void> {
      for (const [template, count] of Object.entries(credits))
        await rows(sql`insert into subscribe_credit (person_id, template, credits, changed_at)
          values (${who.id}, ${template}, ${count}, ${now()})
          on conflict (person_id, template) do update set credits = excluded.credits`)
    },

    async tapsLeft(who: Somebody): Promise<Partial<Record<Template, number>>> {
      const found = await one<{ credits: Partial<Record<Template, number>> }>(
        sql`select coalesce(jsonb_object_agg(template, credits), '{}') as credits from subscribe_credit where person_id = ${who.id}`,
      )
      return found.credits
    },

    async chooses(
      who: Somebody,
      {
        wants = {},
        quiet = DEFAULT_CHOICES.quiet,
      }: { wants?: Partial<Record<NoticeChannel, boolean>>; quiet?: Quiet },
    ): Promise<void> {
      const { wecom, subscribe, email } = { ...DEFAULT_CHOICES.wants, ...wants }
      await rows(sql`insert into notice_setting (person_id, wecom, subscribe, email, weekly, quiet_from, quiet_to, changed_at)
        values (${who.id}, ${wecom}, ${subscribe}, ${email}, true, ${quiet.from}, ${quiet.to}, ${now()})`)
    },

    /** Writes into somebody's inbox and queues it; the id of its place in the outbox. A digest has one line. */
    async tell(
      who: Somebody,
      told: { event: NoticeEvent; seat: NoticeSeat; applicationId: string },
    ): Promise<string> {
      const { event, seat, applicationId } = told
      const [id, messageId] = [uuidv7(), uuidv7()]
      const subject = event === 'digest' ? null : applicationId
      await rows(sql`
        with told as (
          insert into message (id, person_id, seat, event, subject_kind, subject_id, occasion, dedupe_key, at)
          values (${messageId}, ${who.id}, ${seat}, ${event}, ${subject && 'application'}, ${subject}, ${messageId}, ${`test:${messageId}`}, ${now()})
        ), line as (
          insert into digest_item (message_id, place, kind, seat, subject_kind, subject_id)
          select ${messageId}::uuid, 1, 'invitation-expired', 'referrer', 'application', ${applicationId}::uuid where ${event} = 'digest'
        )
        insert into outbox (id, kind, message_id, person_id, dedupe_key, run_at, created_at)
        values (${id}, 'message', ${messageId}, ${who.id}, ${`message:${messageId}`}, ${now()}, ${now()})`)
      return id
    },

    row: (id: string): Promise<OutboxRow> =>
      one(
        sql`select state, reason, channel, attempts, run_at as "runAt", handed_at as "handedAt" from outbox where id = ${id}`,
      ),

    /** The text of an invitation. */
    textOf: (invitationId: string): Promise<OutboxRow & { id: string }> =>
      one(sql`select id, state, reason, channel, attempts, run_at as "runAt", handed_at as "handedAt"
        from outbox where invitation_id = ${invitationId}`),

    /** Nothing of before is in the way. */
    async emptyOutbox(): Promise<void> {
      await rows(sql`delete from outbox`)
    },
  }
}
