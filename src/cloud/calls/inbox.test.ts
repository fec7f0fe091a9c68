import sql from 'sql-template-tag'
import type { Message } from '@/contract/calls/inbox'
import { addDays } from '@/domain/shanghai'
import { MONDAY, requestId, type Colleague, type Somebody } from '@/testing/company'
import { everyTableAsText } from '@/testing/dump'
import { openReferredCompany, type ReferredCompany } from '@/testing/referred-company'

let here: ReferredCompany

beforeAll(async () => {
  here = await openReferredCompany()
})
afterAll(() => here.company.close())
beforeEach(() => here.company.at(MONDAY))

const once = () => ({ requestId: requestId() })
const inbox = async (who: Somebody) => (await here.company.must(who, 'inbox.list', {})).items
const newest = async (who: Somebody): Promise<Message> => {
  const [message] = await inbox(who)
  if (!message) throw new Error('The inbox is empty')
  return message
}

/** So many messages of one person, a minute apart, or all at one moment. */
async function fill(who: Somebody, many: number, apart = 'minutes'): Promise<void> {
  await here.company.service.db.rows(sql`
    insert into message (id, person_id, seat, event, subject_kind, subject_id, occasion, dedupe_key, at)
    select gen_random_uuid(), ${who.id}, 'referrer', 'applied', 'application', (select id from application limit 1), gen_random_uuid(),
      ${who.id} || n, ${MONDAY}::timestamptz - case when ${apart} = 'minutes' then n else 0 end * interval '1 minute'
    from generate_series(1, ${many}) as n`)
}

/** A digest with one line. */
async function fillDigest(who: Somebody, seat: 'referrer' | 'recruiter', applicationId: string) {
  await here.company.service.db.rows(sql`
    with made as (
      insert into message (id, person_id, seat, event, occasion, dedupe_key, at)
      select i, ${who.id}, ${seat}, 'digest', i, 'digest:' || i, ${addDays(MONDAY, 2)}::timestamptz
      from (select gen_random_uuid() as i) as fresh returning id
    )
    insert into digest_item (message_id, place, kind, seat, subject_kind, subject_id, stage, round, since)
    select id, 1, 'still', ${seat}, 'application', ${applicationId}::uuid, 'screening', 1, ${MONDAY}::timestamptz from made`)
}

describe('what somebody reads', () => {
  it('says who, which job and by when, and leads to it', async () => {
    const { company, by, lin, chen, jobId } = here
    const candidate = await company.person()
    const id = await company.application(lin, candidate, jobId)
    company.at(addDays(MONDAY, 1))
    await company.must(chen, 'stage.move', {
      ...{ ...once(), id, version: 1, to: 'screening', reason: null, internalNote: '先不急' },
      ...{ candidateText: '正在看你的经历', referrerText: '开始初筛了' },
    })
    expect(await newest(lin)).toMatchObject({
      ...{ event: 'stage-moved', seat: 'referrer', read: false, at: '2026-11-24T02:00:00.000Z', lines: [] },
      title: '进展：初筛',
      body: '周宁 · 高级前端工程师：开始初筛了。约定 11 月 26 日 前答复。',
      link: { kind: 'application', id, as: 'referrer' },
    })
    expect(await newest(candidate)).toMatchObject({
      title: '进展：初筛',
      body: '「高级前端工程师」：正在看你的经历。11 月 26 日 周四 16:00 前给你回音。',
      link: { kind: 'application', id, as: 'candidate' },
    })
    expect(await newest(chen)).toMatchObject({
      title: '有新的内推',
      // It was answered.
      body: '周宁投递了「高级前端工程师」，由林晓推荐，看看现在到哪一步了。',
      link: { kind: 'application', id, as: 'recruiter' },
    })
    await by.withdraws(candidate, id)
    expect((await newest(chen)).body).toBe('周宁退出了「高级前端工程师」的流程，不用再跟进。')
  })

  it('names an invited number to whoever typed it, until it is erased', async () => {
    const { company, by, wang, jobId } = here
    const candidate = await company.person()
    const id = await by.invited(wang, candidate, jobId)
    const tail = candidate.phone.slice(-4)
    expect((await newest(wang)).body).toBe(
      `139****${tail} · 高级前端工程师：TA 接受了你的邀请，填好资料就会投递。`,
    )
    expect(await newest(candidate)).toMatchObject({
      ...{ event: 'invited', link: { kind: 'invitation', id, as: 'candidate' } },
    })
    await company.must(candidate, 'me.erase', once())
    for (const { body } of (await inbox(wang)).slice(0, 2)) expect(body).toMatch(/^你推荐的一位候选人 · /)
  })

  it('stores nothing of it, and an erasure takes name and words out of every inbox', async () => {
    const { company, lin, chen, jobId } = here
    const candidate = await company.person()
    company.at(addDays(MONDAY, 10))
    const id = await company.application(lin, candidate, jobId, '欧阳不凡')
    company.at(addDays(MONDAY, 11))
    await company.must(chen, 'stage.move', {
      ...{ ...once(), id, version: 1, to: 'rejected', reason: null, internalNote: null },
      ...{ candidateText: '欧阳不凡你好', referrerText: '欧阳不凡没成' },
    })
    const tables = (await everyTableAsText(company.service.db)).split(/\n(?=[a-z_]+\n)/)
    const stored = tables.filter((table) => /^(message|digest_item)\n/.test(table)).join('\n')
    expect(stored).toContain(id)
    expect(stored).not.toMatch(/欧阳|没成|高级前端|139\d{8}/)
    expect(stored).not.toContain(company.service.secrets.phoneHash(candidate.phone))

    expect((await newest(lin)).body).toBe('欧阳不凡 · 高级前端工程师：欧阳不凡没成。')
    await company.must(candidate, 'me.erase', once())
    for (const who of [lin, chen]) expect(JSON.stringify(await inbox(who))).not.toContain('欧阳')
    expect((await newest(lin)).body).toMatch(/^你推荐的一位候选人 · 高级前端工程师：这次没有成/)
    const left = sql`select count(*) as n from message where person_id = ${candidate.id}`
    expect(await company.service.db.one(left)).toEqual({ n: 0 })
  })

  it('leads nowhere for somebody who has left, and keeps to itself where it went on without them', async () => {
    const { company, by, chen, jobId } = here
    const lin = await company.colleague()
    const former = await company.colleague({ name: '赵一' })
    const id = await company.application(former, await company.person(), jobId)
    company.at(addDays(MONDAY, 0.5))
    await company.must(
      chen,
      'application.ruleSource',
      by.ruling(id, { kind: 'employee', employeeId: lin.employeeId }),
    )
    const other = await company.job({ recruiter: chen })
    await company.service.db.rows(sql`update job set title = '别的职位' where id = ${other}`)
    company.at(addDays(MONDAY, 1))
    await company.must(chen, 'application.transfer', by.transfer(id, 1, other))
    expect(await newest(former)).toMatchObject({
      title: '推荐不在你名下了',
      body: '周宁 · 高级前端工程师：来源经招聘同事核实，不记在你名下。',
    })
    expect(await newest(lin)).toMatchObject({
      title: 'TA 转到了新的职位',
      body: '周宁 · 别的职位：TA 的流程转到了这个职位。TA 转到另一个职位。',
    })
    await company.service.db.rows(sql`update employee set active = false where id = ${former.employeeId}`)
    expect((await inbox(former)).map(({ link }) => link)).toEqual((await inbox(former)).map(() => null))
  })

  it('names nobody to somebody who left the roster or recruits no more, and leads them nowhere', async () => {
    const { company, by } = here
    const { rows } = company.service.db
    const recruiter = await company.colleague({ role: 'recruiter' })
    const referrer = await company.colleague({ name: '赵一' })
    const candidate = await company.person()
    const jobId = await company.job({ recruiter })
    const id = await company.application(referrer, candidate, jobId, '欧阳不凡')
    company.at(addDays(MONDAY, 1))
    await by.moves(recruiter, id, 1, 'screening')
    await fillDigest(referrer, 'referrer', id)
    await fillDigest(recruiter, 'recruiter', id)
    const shown = async (who: Somebody) => JSON.stringify(await inbox(who))
    for (const who of [referrer, recruiter]) {
      expect(await shown(who)).toContain('欧阳不凡')
      expect((await newest(who)).lines).toMatchObject([{ link: { id } }])
    }
    await rows(sql`update employee set active = false where id = ${referrer.employeeId}`)
    await rows(sql`update employee set role = 'employee' where id = ${recruiter.employeeId}`)
    for (const who of [referrer, recruiter]) {
      expect(await shown(who)).not.toMatch(/欧阳|赵一|有进展|\*{4}/)
      expect((await newest(who)).lines).toMatchObject([{ link: null }])
      expect((await inbox(who)).every(({ link }) => link === null)).toBe(true)
    }
    expect(await shown(candidate)).toContain('下一步')
  })

  it('leads from a digest to no referral that is somebody else’s now', async () => {
    const { company, by, chen, lin, jobId } = here
    const former = await company.colleague()
    const middle = await company.colleague()
    const id = await company.application(former, await company.person(), jobId)
    const rules = (to: Colleague) =>
      company.must(
        chen,
        'application.ruleSource',
        by.ruling(id, { kind: 'employee', employeeId: to.employeeId }),
      )
    await rules(middle)
    company.at(addDays(MONDAY, 1))
    await fillDigest(middle, 'referrer', id)
    expect((await newest(middle)).lines).toMatchObject([{ link: { id } }])
    await rules(lin)
    const digest = (await inbox(middle)).find(({ event }) => event === 'digest')
    expect(digest?.lines).toMatchObject([{ link: null }])
  })

  it('shows the first lines of a digest, each leading to its record', async () => {
    const { company, by, jobId } = here
    const lin = await company.colleague()
    const candidate = await company.person()
    const id = await company.application(lin, await company.person(), jobId)
    const waiting = await by.invite(lin, candidate, jobId)
    await company.service.db.rows(sql`
      with made as (
        insert into message (id, person_id, seat, event, occasion, dedupe_key, at)
        select i, ${lin.id}, 'referrer', 'digest', i, ${`digest:${lin.id}`}, ${addDays(MONDAY, 4)}::timestamptz
        from (select gen_random_uuid() as i) as fresh returning id
      )
      insert into digest_item (message_id, place, kind, seat, subject_kind, subject_id, stage, round, since, due_at)
      select id, n, case n when 1 then 'still' else 'unanswered' end, 'referrer', case n when 1 then 'application' else 'invitation' end,
        case n when 1 then ${id}::uuid else ${waiting}::uuid end, case n when 1 then 'screening' else 'waiting' end, 1,
        ${MONDAY}::timestamptz, case n when 1 then ${addDays(MONDAY, 3)}::timestamptz end
      from made, generate_series(1, 25) as n`)
    const { title, body, link, lines } = await newest(lin)
    const [first, second] = lines
    const late = '周宁 · 高级前端工程师：初筛已超时 1 个工作日，可以催一下'
    expect({ title, body, link }).toEqual({
      title: '25 条进展提醒',
      body: `${late}。另有 24 条。`,
      link: null,
    })
    expect(lines).toHaveLength(20)
    expect(first).toEqual({ text: late, link: { kind: 'application', id, as: 'referrer' } })
    expect(second).toEqual({
      text: `139****${candidate.phone.slice(-4)} · 高级前端工程师：TA 还没有打开邀请，今天是第 4 天，亲自问一句吧（不会自动再发短信）`,
      link: { kind: 'invitation', id: waiting, as: 'referrer' },
    })
  })
})

describe('5,000 messages', () => {
  it.each(['minutes', 'moment'])(
    'open with one statement, 30 a page, each once (all in one: %s)',
    async (apart) => {
      const { company } = here
      const lin = await company.colleague()
      await fill(lin, 5_000, apart)
      const before = company.service.db.statements
      const first = await company.must(lin, 'inbox.list', {})
      expect(company.service.db.statements - before).toBe(1)
      expect(first.items).toHaveLength(30)
      expect(first.unread).toBe(100)
      const seen = first.items.map(({ id }) => id)
      for (let page = first; page.next !== null && seen.length < 150;) {
        page = await company.must(lin, 'inbox.list', { after: page.next })
        seen.push(...page.items.map(({ id }) => id))
      }
      expect(new Set(seen).size).toBe(150)
    },
  )

  it('end with a page that leads no further', async () => {
    const lin = await here.company.colleague()
    await fill(lin, 30)
    expect(await here.company.must(lin, 'inbox.list', {})).toMatchObject({ next: null, unread: 30 })
  })

  it.each(['nowhere', '2026-11-23T02:00:00.000Z_short', '_'])('refuses %s as a place', async (after) => {
    expect(await here.company.call(here.lin, 'inbox.list', { after })).toMatchObject({ code: 'bad-input' })
  })
})

describe('reading', () => {
  it('marks these, or all up to a moment, and says how many are left', async () => {
    const { company } = here
    const [lin, wang] = [await company.colleague(), await company.colleague()]
    await fill(lin, 120)
    await fill(wang, 3)
    const { items } = await company.must(lin, 'inbox.list', {})
    const [first, , third] = items
    const ids = [first?.id ?? '', (await newest(wang)).id]
    const read = { ...once(), ids, upTo: null }
    for (let again = 0; again < 2; again++)
      expect(await company.must(lin, 'inbox.read', read)).toEqual({ unread: 100 })
    expect((await inbox(lin)).map(({ read }) => read).slice(0, 3)).toEqual([true, false, false])
    expect((await company.must(wang, 'inbox.list', {})).unread).toBe(3)
    expect(await company.must(lin, 'inbox.read', { ...once(), ids: [], upTo: third?.at ?? null })).toEqual({
      unread: 1,
    })
    expect(await company.must(lin, 'me.get', {})).toMatchObject({ unread: 1 })
  })
})
