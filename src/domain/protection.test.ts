import { POLICY } from './policy'
import { daysLeft, isProtected, protectedUntil, protectionWords, repickOwner } from './protection'

const at = (shanghai: string) => new Date(`${shanghai}+08:00`)
const until = at('2027-05-02T10:00:00.000')
const application = (endedAt: string | null) => ({
  endedAt: endedAt === null ? null : at(endedAt),
  protectedUntil: until,
})

it('protects for 180 days from the application on', () => {
  expect(protectedUntil(at('2026-11-03T10:00:00.000'), POLICY)).toEqual(until)
})

it.each([
  ['active, in time', null, '2026-11-24T10:00:00.000', true],
  ['active, long after', null, '2028-01-01T10:00:00.000', true],
  ['ended, in time', '2026-11-20T10:00:00.000', '2026-11-24T10:00:00.000', true],
  ['ended, a millisecond before', '2026-11-20T10:00:00.000', '2027-05-02T09:59:59.999', true],
  ['ended, at the very moment', '2026-11-20T10:00:00.000', '2027-05-02T10:00:00.000', false],
  ['ended later than that, asked before the end', '2027-06-01T10:00:00.000', '2027-06-01T09:59:59.999', true],
  ['ended later than that, asked at the end', '2027-06-01T10:00:00.000', '2027-06-01T10:00:00.000', false],
])('%s: protected is decided by the later of end and date', (_when, endedAt, now, expected) => {
  expect(isProtected(application(endedAt), at(now))).toBe(expected)
})

it.each([
  ['2026-11-24T00:00:00.000', 159],
  ['2026-11-24T23:59:59.999', 159],
  ['2026-11-25T00:00:00.000', 158],
  ['2027-05-01T23:59:59.999', 1],
  ['2027-05-02T00:00:00.000', 0],
  ['2027-05-03T00:00:00.000', 0],
  ['2028-05-03T00:00:00.000', 0],
])('at %s in Shanghai %d days are left', (now, days) => {
  expect(daysLeft(until, at(now))).toBe(days)
})

it.each([
  [null, '2026-11-24T12:00:00.000', '保护期至 5 月 2 日，还剩 159 天'],
  ['2026-11-20T10:00:00.000', '2027-05-01T12:00:00.000', '保护期至 5 月 2 日，还剩 1 天'],
  ['2026-11-20T10:00:00.000', '2027-05-02T09:00:00.000', '保护期至 5 月 2 日，今天结束'],
  [null, '2027-05-02T09:00:00.000', '保护期至 5 月 2 日，流程没结束会延长'],
  [null, '2027-05-02T10:00:00.000', '保护期到流程结束为止'],
  ['2026-11-20T10:00:00.000', '2027-05-02T10:00:00.000', '保护期已于 5 月 2 日结束'],
  ['2027-06-01T10:00:00.000', '2027-06-09T10:00:00.000', '保护期已于 6 月 1 日结束'],
])('ended %s, read at %s: %s', (endedAt, now, words) => {
  expect(protectionWords(application(endedAt), at(now))).toBe(words)
})

it.each([
  ['inside-protection', '2026-11-24T10:00:00.000', 'lin'],
  ['inside-protection', '2027-05-02T09:59:59.999', 'lin'],
  ['inside-protection', '2027-05-02T10:00:00.000', null],
  ['never', '2026-11-24T10:00:00.000', null],
] as const)('under the policy %s, who is picked from the pool at %s is owned by %s', (repick, now, owner) => {
  const pooled = { ...application('2026-11-20T10:00:00.000'), ownerId: 'lin' }
  expect(repickOwner(pooled, at(now), { repick })).toBe(owner)
  expect(repickOwner({ ...pooled, ownerId: null }, at(now), { repick })).toBeNull()
})
