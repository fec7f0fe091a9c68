import { STAGES } from '../stages'
import { INVITATION_STATUSES } from '../invitation'
import { DIGEST_KINDS, type DigestKind, type NoticeSeat } from './event'
import { digestLine } from './digest-line'
import type { DigestFacts } from './facts'

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const calendar = { fromHour: 9, toHour: 18, off: [], on: [] }

const KNOWN: DigestFacts = {
  ...{ name: '周宁', phone: '138****8000', job: '高级前端工程师' },
  ...{ at: at('2026-11-25T09:00'), calendar, stage: 'review', round: 1, status: null },
  ...{ since: at('2026-11-20T15:00'), dueAt: at('2026-11-26T14:00'), pausedUntil: null, owned: true },
}
const SENT = { stage: null, dueAt: null, since: at('2026-11-21T20:00') } as const

it.each<[DigestKind, NoticeSeat, Partial<DigestFacts>, string]>([
  [
    'still',
    'referrer',
    { since: at('2026-11-19T11:00') },
    '仍在用人部门评估，5 个工作日里的第 4 天，约定 11 月 26 日 前答复',
  ],
  ['still', 'referrer', { since: null }, '仍在用人部门评估，约定 11 月 26 日 前答复'],
  ['still', 'referrer', { dueAt: at('2026-11-20T17:00') }, '用人部门评估已超时 2 个工作日，可以催一下'],
  [
    'still',
    'referrer',
    { stage: 'interview', round: 2, since: null },
    '仍在面试 · 第 2 轮，约定 11 月 26 日 前答复',
  ],
  ['still', 'referrer', { stage: 'onboarding', dueAt: null }, '在等入职，第 5 天，有变化马上告诉你'],
  ['still', 'referrer', { pausedUntil: at('2026-12-01T10:00') }, 'TA 想先缓一缓，到 12 月 1 日，期间不计时'],
  ['still', 'referrer', { ...SENT, status: 'opened' }, 'TA 打开过邀请，还没有答复，今天是第 4 天'],
  [
    'unanswered',
    'referrer',
    { ...SENT, status: 'waiting' },
    'TA 还没有打开邀请，今天是第 4 天，亲自问一句吧（不会自动再发短信）',
  ],
  [
    'unanswered',
    'referrer',
    { ...SENT, status: 'accepted' },
    'TA 接受了邀请，还没有投递，今天是第 4 天，亲自问一句吧（不会自动再发短信）',
  ],
  [
    'unanswered',
    'referrer',
    { ...SENT, status: 'applied' },
    '邀请那时还在等答复，今天是第 4 天，亲自问一句吧（不会自动再发短信）',
  ],
  [
    'late',
    'referrer',
    { stage: 'screening', dueAt: at('2026-11-20T18:00') },
    '初筛已超时 2 个工作日，可以催一下',
  ],
  [
    'late',
    'recruiter',
    { stage: 'screening', dueAt: at('2026-11-24T18:00') },
    '初筛刚刚超时，推荐人和 TA 都在等',
  ],
  [
    'late',
    'recruiter',
    { stage: 'screening', dueAt: at('2026-11-24T18:00'), owned: false },
    '初筛刚刚超时，TA 在等',
  ],
  ['due-today', 'recruiter', { dueAt: at('2026-11-25T18:00') }, '用人部门评估今天 18:00 到期'],
  ['protection-ending', 'referrer', { dueAt: at('2026-12-09T00:00') }, '保护期还有 14 天，到 12 月 9 日'],
  ['lapsed', 'referrer', {}, '保护期已结束，可再次推荐'],
  ['invitation-expired', 'referrer', SENT, '邀请过期了，号码已经删除，想推荐可以再发一次'],
])('%s for the %s (%j) says 「%s」', (kind, seat, facts, said) => {
  expect(digestLine(kind, seat, { ...KNOWN, ...facts })).toBe(`周宁 · 高级前端工程师：${said}`)
})

it.each<[DigestKind, Partial<DigestFacts>, string]>([
  ['still', {}, '用人部门的同事还在看你的经历，11 月 26 日 周四 14:00 前给你回音'],
  [
    'still',
    { dueAt: at('2026-11-20T18:00') },
    '用人部门的同事还在看你的经历，比预计的慢了一些，我们已经看到，会尽快给你回音',
  ],
  ['still', { stage: 'onboarding', dueAt: null }, '大家在等你入职，有问题随时说'],
  ['still', { pausedUntil: at('2026-12-01T10:00') }, '我们等你到 12 月 1 日，准备好了随时说'],
  ['unanswered', SENT, '同事的邀请还在等你回应，不感兴趣也可以直接婉拒'],
])('%s (%j) reads to the candidate 「%s」', (kind, facts, said) => {
  expect(digestLine(kind, 'candidate', { ...KNOWN, ...facts })).toBe(`高级前端工程师：${said}`)
})

const HOLE = /null|undefined|NaN|：$|^：|，，|，$|。$/
const FACTS: Partial<DigestFacts>[] = [
  {},
  { name: null, phone: null, job: null, stage: null, status: null, since: null, dueAt: null },
  ...STAGES.flatMap((stage) => [{ stage }, { stage, dueAt: null }, { stage, dueAt: at('2026-11-20T10:00') }]),
  ...INVITATION_STATUSES.map((status) => ({ ...SENT, status, name: null })),
]

it.each(
  DIGEST_KINDS.flatMap((kind) =>
    (['candidate', 'referrer', 'recruiter'] as const).map((seat) => [kind, seat] as const),
  ),
)('says %s to the %s without a hole, whatever is unknown', (kind, seat) => {
  for (const facts of FACTS) {
    const line = digestLine(kind, seat, { ...KNOWN, ...facts })
    expect(line).not.toMatch(HOLE)
    if (seat === 'candidate') expect(line).not.toMatch(/超时|催/)
  }
})
