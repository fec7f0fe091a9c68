import { STAGES } from '../stages'
import { INVITATION_STATUSES } from '../invitation'
import type { NoticeEvent, NoticeSeat } from './event'
import { NOTICE_EVENTS, NOTICE_SEATS } from './event'
import type { NoticeFacts } from './facts'
import { noticeFor } from './table'
import { noticeWords } from './words'

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const calendar = { fromHour: 9, toHour: 18, off: [], on: [] }

const KNOWN: NoticeFacts = {
  ...{ name: '周宁', phone: '138****8000', job: '高级前端工程师', fromJob: '前端工程师' },
  ...{ at: at('2026-11-23T10:00'), now: at('2026-11-23T10:05'), calendar },
  ...{ colleague: { name: '林晓', department: '前端平台部' }, mine: true, cause: 'ruled' },
  ...{ stage: 'review', round: 1, current: true, text: '初筛通过，已转给用人部门' },
  ...{ dueAt: at('2026-11-26T14:00'), pausedUntil: at('2026-12-01T10:00'), status: 'waiting', nudges: 2 },
  lines: ['周宁 · 高级前端工程师：仍在用人部门评估', '郑好：TA 还没有打开邀请'],
  total: 2,
}
/** Everything that may be unknown is. */
const UNKNOWN: NoticeFacts = {
  ...KNOWN,
  ...{ name: null, phone: null, job: null, fromJob: null, colleague: null, mine: false, cause: null },
  ...{ stage: null, current: false, text: null, dueAt: null, pausedUntil: null, status: null, nudges: 0 },
  ...{ lines: [], total: 0 },
}

const TOLD = NOTICE_EVENTS.flatMap((event) =>
  NOTICE_SEATS.filter((seat) => noticeFor(event, seat) !== null).map((seat) => [event, seat] as const),
)
const SILENT = NOTICE_EVENTS.flatMap((event) =>
  NOTICE_SEATS.filter((seat) => noticeFor(event, seat) === null).map((seat) => [event, seat] as const),
)

function wordsOf(event: NoticeEvent, seat: NoticeSeat, facts: Partial<NoticeFacts> = {}) {
  const words = noticeWords(event, seat, { ...KNOWN, ...facts })
  if (!words) throw new Error('Nobody is told')
  return words
}

/** A word that is missing leaves one of these. */
const HOLE = /null|undefined|NaN|\[object|「」|：。|：$|，，|，。|。。|^ · | · ：|^：|\s$/

describe.each(TOLD)('%s for the %s', (event, seat) => {
  it.each([
    ['everything is known', {}],
    ['nothing is known', UNKNOWN],
    ...STAGES.map(
      (stage) => [`the stage is ${stage} and its text was erased`, { stage, text: null }] as const,
    ),
    ...INVITATION_STATUSES.map((status) => [`the invitation is ${status}`, { status }] as const),
    ['it is late', { now: at('2026-12-01T10:00') }],
    ['one field after the other is unknown: the job', { job: null, fromJob: null }],
    ['the name', { name: null }],
    ['the colleague', { colleague: null, mine: false }],
    ['when it is due', { dueAt: null, pausedUntil: null }],
  ] as const)('says a whole sentence when %s', (_when, facts) => {
    const { title, body, fields } = wordsOf(event, seat, facts)
    expect([...title].length).toBeLessThanOrEqual(20)
    expect(body).toMatch(/[。！？]$/)
    for (const words of [title, body, ...Object.values(fields)]) {
      expect(words).not.toBe('')
      expect(words).not.toMatch(HOLE)
    }
    expect(fields.stage).toMatch(/^\p{Script=Han}{1,5}$/u)
    expect(fields.time).toBe('2026年11月23日 10:00')
  })

  it('shows a number to the referrer only', () => {
    const said = JSON.stringify(wordsOf(event, seat, { name: null }))
    if (seat !== 'referrer') expect(said).not.toContain('8000')
  })

  it('tells a referrer of nobody else', () => {
    const said = JSON.stringify(wordsOf(event, seat))
    if (seat === 'referrer') expect(said).not.toContain('林晓')
  })
})

it.each(SILENT)('has no words of %s for the %s, who is not told', (event, seat) => {
  expect(noticeWords(event, seat, KNOWN)).toBeNull()
})

it.each<[NoticeEvent, NoticeSeat, Partial<NoticeFacts>, string, string]>([
  [
    'invited',
    'candidate',
    {},
    '有同事邀请你',
    '前端平台部的林晓邀请你了解「高级前端工程师」，感兴趣或不考虑，都可以告诉 TA。',
  ],
  [
    'invited',
    'candidate',
    { status: 'revoked', job: null },
    '有同事邀请你',
    '前端平台部的林晓邀请你看看在招的职位，邀请已失效。',
  ],
  [
    'invitation-accepted',
    'referrer',
    { name: null },
    'TA 接受了邀请',
    '138****8000 · 高级前端工程师：TA 接受了你的邀请，填好资料就会投递。',
  ],
  [
    'invitation-declined',
    'referrer',
    { name: null, phone: null },
    'TA 婉拒了邀请',
    '你推荐的一位候选人 · 高级前端工程师：TA 这次先不考虑，谢谢你的推荐。',
  ],
  [
    'text-stopped',
    'referrer',
    { name: null },
    '短信可能没有送到',
    '138****8000 · 高级前端工程师：短信可能没有送到，用微信卡片把邀请转给 TA 吧。',
  ],
  [
    'applied',
    'recruiter',
    { stage: 'applied' },
    '有新的内推',
    '周宁投递了「高级前端工程师」，由林晓推荐，请在 11 月 26 日 前给出答复。',
  ],
  [
    'applied',
    'recruiter',
    { colleague: null, current: false },
    '有新的投递',
    '周宁投递了「高级前端工程师」，看看现在到哪一步了。',
  ],
  [
    'stage-moved',
    'referrer',
    {},
    '进展：用人部门评估',
    '周宁 · 高级前端工程师：初筛通过，已转给用人部门。约定 11 月 26 日 前答复。',
  ],
  [
    'stage-moved',
    'candidate',
    { stage: 'interview', round: 2, text: null },
    '进展：面试 · 第 2 轮',
    '「高级前端工程师」：团队想和你当面聊聊，会尽快与你约时间。11 月 26 日 周四 14:00 前给你回音。',
  ],
  [
    'stage-moved',
    'candidate',
    { now: at('2026-11-27T10:00'), text: '在看了' },
    '进展：用人部门评估',
    '「高级前端工程师」：在看了。',
  ],
  [
    'ended',
    'candidate',
    { stage: 'rejected', text: '谢谢你。', dueAt: null },
    '这次的结果',
    '「高级前端工程师」：谢谢你。',
  ],
  [
    'ended',
    'recruiter',
    { stage: 'withdrawn' },
    '候选人退出了',
    '周宁退出了「高级前端工程师」的流程，不用再跟进。',
  ],
  [
    'owner-changed',
    'referrer',
    { mine: false },
    '推荐不在你名下了',
    '周宁 · 高级前端工程师：来源经招聘同事核实，不记在你名下。',
  ],
  [
    'owner-changed',
    'candidate',
    {},
    '来源已核实',
    '「高级前端工程师」的来源已由招聘同事核实，记在林晓名下。',
  ],
  [
    'job-changed',
    'recruiter',
    {},
    '转来一位候选人',
    '周宁从「前端工程师」转到「高级前端工程师」，请在 11 月 26 日 前给出答复。',
  ],
  [
    'paused',
    'recruiter',
    {},
    'TA 想先缓一缓',
    '周宁 · 高级前端工程师：TA 想先缓一缓，到 12 月 1 日，期间不计时。',
  ],
  [
    'nudged',
    'recruiter',
    { now: at('2026-11-30T14:00') },
    '推荐人催了一下',
    '周宁 · 高级前端工程师：林晓在等答复，用人部门评估已超时 2 个工作日。',
  ],
  [
    'escalated',
    'manager',
    { now: at('2026-11-30T14:00') },
    '有候选人等了很久',
    '周宁 · 高级前端工程师：推荐人催了 2 次，用人部门评估已超时 2 个工作日，请帮忙推动一下。',
  ],
  ['digest', 'referrer', {}, '2 条进展提醒', '周宁 · 高级前端工程师：仍在用人部门评估。另有 1 条。'],
  [
    'digest',
    'recruiter',
    { lines: ['周宁：初筛今天 18:00 到期'], total: 1 },
    '1 件待办提醒',
    '周宁：初筛今天 18:00 到期。',
  ],
])('%s for the %s (%j) reads 「%s」', (event, seat, facts, title, body) => {
  expect(wordsOf(event, seat, facts)).toMatchObject({ title, body })
})

it('does not stamp a result on the candidate, who reads a text', () => {
  expect(wordsOf('ended', 'candidate', { stage: 'rejected' }).fields.stage).toBe('已结束')
  expect(wordsOf('ended', 'referrer', { stage: 'rejected' }).fields.stage).toBe('未通过')
})
