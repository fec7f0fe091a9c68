/** @jest-environment ./e2e/weapp/environment.ts */
import { randomUUID } from 'node:crypto'
import sql from 'sql-template-tag'
import type { Phone } from '@/domain/phone'
import { STAGE_TEXT_LIMIT } from '@/domain/stage-texts'
import { rowsOf } from '../web/support/database'
import { rootOf } from './built'
import { openCloud, type Cloud } from './cloud'
import { CHEN_SI, LIN_XIAO } from './cloud-company'
import { overloaded, startMiniProgram, type MiniProgram } from './simulator'
import { until } from './until'
import { overCloud } from './wx-cloud'

jest.setTimeout(60_000)

const TEMPLATES = {
  progress: { id: 'tpl-progress-id', fields: { note: 'thing1' } },
  answer: { id: 'tpl-answer-id', fields: { note: 'thing1' } },
}
const CANDIDATE = { name: '阿依努尔·买买提', phone: '+8613912345872' as Phone }
/** The longest that a recruiter can write. */
const TEXT = '约在周四下午三点，地点和同事都发给你了。'.repeat(20).slice(0, STAGE_TEXT_LIMIT)
/** Old news, and on top of it a digest for each day, with as many lines as are shown of one. */
const MANY = { messages: 5_000, digests: 40, lines: 20 }

let cloud: Cloud
let phone: MiniProgram
let applicationId: string

beforeAll(async () => {
  cloud = await openCloud({ BOLE_TEMPLATES: JSON.stringify(TEMPLATES) })
  await bind('oLinXiao', LIN_XIAO.phone)
  await bind('oChenSi', CHEN_SI.phone)
  await bind('oCandidate', CANDIDATE.phone)
  applicationId = await refer()
  await move()
  await fill()
  phone = startMiniProgram({ root: rootOf('weapp'), road: overCloud(cloud, 'oLinXiao') })
})

afterAll(async () => {
  phone?.quit()
  await cloud?.close()
})

const request = () => ({ requestId: randomUUID() })

const bind = (openid: string, number: Phone) =>
  cloud.askAs(openid)('me.bindPhone', { ...request(), code: cloud.phoneCode(openid, number) })

async function refer(): Promise<string> {
  const ask = cloud.askAs('oCandidate')
  const jobId = (await ask('job.list', {})).jobs[0]?.id ?? ''
  const wish = { phone: CANDIDATE.phone, jobId, relation: null, line: null, consent: true } as const
  const { invitation } = await cloud.askAs('oLinXiao')('invitation.send', { ...request(), ...wish })
  await ask('invitation.accept', { ...request(), id: invitation.id })
  const application = {
    name: CANDIDATE.name,
    note: null,
    token: null,
    fileId: null,
    jobId,
    invitationId: invitation.id,
  }
  return (await ask('application.submit', { ...request(), ...application })).applicationId
}

async function move(): Promise<void> {
  const ask = cloud.askAs('oChenSi')
  const { version } = await ask('progress.get', { as: 'recruiter', id: applicationId })
  const texts = { candidateText: TEXT, referrerText: TEXT, internalNote: null, reason: null }
  await ask('stage.move', { ...request(), id: applicationId, version, to: 'screening', ...texts })
}

const TOLD = sql`message m where m.event = 'stage-moved' and m.seat = 'referrer'`

async function fill(): Promise<void> {
  await rowsOf(cloud, sql`delete from message where event in ('applied', 'invitation-accepted')`)
  await rowsOf(
    cloud,
    sql`with told as (select m.* from ${TOLD})
      insert into message (id, person_id, seat, event, subject_kind, subject_id, occasion, dedupe_key, at)
      select gen_random_uuid(), person_id, seat, event, subject_kind, subject_id, occasion, 'told:' || n, at - n * interval '1 hour'
      from told, generate_series(1, ${MANY.messages}::int) n`,
  )
  await rowsOf(
    cloud,
    sql`with told as (select m.* from ${TOLD} order by at desc limit 1), digest as (
        insert into message (id, person_id, seat, event, occasion, dedupe_key, at)
        select i.id, person_id, 'referrer', 'digest', i.id, 'digest:' || n, at + n * interval '1 millisecond'
        from told, generate_series(1, ${MANY.digests}::int) n, lateral (select gen_random_uuid() as id where n > 0) i returning id, at
      )
      insert into digest_item (message_id, place, kind, seat, subject_kind, subject_id, stage, round, since, due_at)
      select id, place, 'late', 'referrer', 'application', ${applicationId}, 'screening', 1, at - interval '9 days', at - interval '6 days'
      from digest, generate_series(1, ${MANY.lines}::int) place`,
  )
}

/** Rows on the page: digests, and what they stand on. */
const shown = () => phone.text().match(/条进展提醒|进展：初筛/g)?.length ?? 0
const seeRows = (count: number) =>
  until(
    `There were not ${count} rows`,
    () => shown() === count,
    () => `${shown()} rows`,
  )

it('opens with its newest page, and pages on', async () => {
  phone.open('/pages/me/index')
  await phone.see('消息99+ 条未读')
  await phone.tap('消息')
  await seeRows(30)
  for (const rows of [60, 90, 120]) {
    await phone.tap('再看更早的')
    await seeRows(rows)
  }
  await phone.see(TEXT)
})

it('is read with one tap', async () => {
  await phone.tap('全部已读')
  await phone.see('都看过了')
  const left = () =>
    rowsOf<{ id: string }>(cloud, sql`select m.id from ${TOLD} and m.read_at is null limit 1`)
  await until(
    'The cloud did not hear of it',
    () => /"call":"inbox\.read","code":"ok"/.test(cloud.output()),
    cloud.output,
  )
  expect(await left()).toEqual([])
})

it('has settings, where one more message of WeChat is asked for in the tap', async () => {
  phone.open('/inbox/settings/index')
  await phone.see('微信提醒用完了，再要一次才收得到', '每周一句进展')
  await phone.tap('再要一次')
  await phone.see('还能收到 2 次微信提醒')
  expect(phone.device.subscriptions.panels).toEqual([['tpl-progress-id', 'tpl-answer-id']])
})

it('no page was handed more than 64 KB at once', () => {
  expect(overloaded([phone])).toEqual([])
})
