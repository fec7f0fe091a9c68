import sql from 'sql-template-tag'
import { wechatKey } from '@/cloud/secrets'
import { idOf } from '../ground/ids'
import type { Ground } from '../ground/open-ground'
import { openidOf, POPULATION } from '../ground/population'
import { FIRST_API_SENDER, SENDERS_EACH } from '../ground/senders'

/** Lets the persons whom the function is called by be known by their openid. */
export async function openLogins({ service }: Ground): Promise<void> {
  const readers = Array.from({ length: POPULATION.readers }, (_, index) => index + 1)
  const senders = Array.from({ length: SENDERS_EACH }, (_, index) => FIRST_API_SENDER + index)
  const persons = [...readers, ...senders]
  const keys = persons.map((person) => wechatKey(openidOf(person)))
  const ids = persons.map((person) => idOf('person', person))
  await service.db.rows(sql`insert into login (key, person_id, kind, created_at)
    select key, id, 'wechat', now() from unnest(${keys}::text[], ${ids}::uuid[]) as given (key, id) on conflict do nothing`)
  await service.db.rows(sql`analyze login`)
}
