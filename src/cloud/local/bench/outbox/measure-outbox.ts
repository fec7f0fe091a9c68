import sql, { raw } from 'sql-template-tag'
import { atHour } from '@/domain/shanghai'
import type { Cleanup } from '../cleanup'
import { median, round, type Figures } from '../figures'
import { idSql } from '../ground/ids'
import type { Ground } from '../ground/open-ground'
import { POPULATION, referralsOf } from '../ground/population'
import { startWorkers } from './start-workers'

const WORKERS = 4
const ROUNDS = 3
const WARM_UP = 2_000
const RATE = { atLeast: 1_000 }
const NEVER = { atMost: 0 }

/**
 * How many messages leave the outbox in a second: claimed, put into words from the live record, decided, given to the
 * local doors and concluded, by workers that are processes of their own. And whether any was given twice.
 */
export async function measureOutbox(
  figures: Figures,
  { ground, messages, cleanup }: { ground: Ground; messages: number; cleanup: Cleanup },
): Promise<void> {
  const { db } = ground.service
  await db.rows(sql`update employee set wecom_id = employee_number`)
  // Nobody is disturbed at night, whenever the bench runs.
  const now = atHour(new Date(), 12)
  const workers = await startWorkers(WORKERS, ground, cleanup)
  const turn = async (count: number) => {
    await fill(ground, count, now)
    const begun = performance.now()
    const given = (await workers.deliver(now)).flat()
    const seconds = (performance.now() - begun) / 1_000
    await checkAllSent(ground, count)
    const different = new Set(given).size
    if (different !== count) throw new Error(`Of ${count} messages the doors were given ${different}`)
    return { rate: count / seconds, twice: given.length - different }
  }
  await turn(WARM_UP)
  const turns: Awaited<ReturnType<typeof turn>>[] = []
  for (let number = 0; number < ROUNDS; number++) turns.push(await turn(messages))
  await empty(ground)
  const rates = turns.map(({ rate }) => rate)
  figures.add({
    ...{
      name: `outbox.deliver with ${WORKERS} workers`,
      value: median(rates),
      unit: 'messages/s',
      aim: RATE,
    },
    about: { messages, rounds: rates.map(round) },
  })
  const twice = turns.reduce((sum, one) => sum + one.twice, 0)
  figures.add({ name: 'outbox.deliver, double claims', value: twice, unit: 'messages', aim: NEVER })
}

/** One message for each referral, over and over, to whoever referred. */
async function fill(ground: Ground, count: number, now: Date): Promise<void> {
  const { db } = ground.service
  await empty(ground)
  const application = raw(idSql('application', `n % ${referralsOf(POPULATION)} + 1`))
  await db.rows(sql`
    with told as (
      insert into message (id, person_id, seat, event, subject_kind, subject_id, occasion, dedupe_key, at)
      select gen_random_uuid(), a.owner_id, 'referrer', 'owner-changed', 'application', a.id, gen_random_uuid(), 'bench:' || n, ${now}::timestamptz
      from generate_series(1, ${count}::int) as n join application a on a.id = ${application}
      returning id, person_id
    )
    insert into outbox (id, kind, message_id, person_id, dedupe_key, run_at, created_at)
    select gen_random_uuid(), 'message', id, person_id, 'message:' || id, ${now}::timestamptz, ${now}::timestamptz from told`)
  await db.rows(sql`vacuum analyze outbox, message`)
}

async function checkAllSent({ service }: Ground, count: number): Promise<void> {
  const { sent } = await service.db.one<{ sent: number }>(
    sql`select count(*) as sent from outbox where kind = 'message' and state = 'sent' and attempts = 1`,
  )
  if (sent !== count) throw new Error(`Of ${count} messages ${sent} were sent at the first try`)
}

async function empty({ service }: Ground): Promise<void> {
  await service.db.rows(sql`delete from message`)
}
