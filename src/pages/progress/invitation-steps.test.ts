import type { SentInvitation } from '@/contract/calls/invitation'
import { invitationSteps } from './invitation-steps'

const sent: SentInvitation = {
  id: 'i',
  status: 'waiting',
  job: null,
  maskedPhone: '138****8000',
  token: 't',
  link: 'l',
  sourceCode: '7K2Q-9M4X',
  relation: null,
  line: null,
  textWords: '',
  sentAt: '2026-11-22T02:00:00.000Z',
  openedAt: null,
  answeredAt: null,
  expiresAt: '2026-12-22T02:00:00.000Z',
}
const openedAt = '2026-11-22T03:00:00.000Z'
const answeredAt = '2026-11-22T04:00:00.000Z'
const titles = (change: Partial<SentInvitation>) =>
  invitationSteps({ ...sent, ...change }).map(({ title }) => title)

describe('invitationSteps', () => {
  it.each([
    [{}, ['邀请已发出', '等待 TA 打开', '接受邀请', '投递']],
    [{ status: 'opened', openedAt }, ['邀请已发出', 'TA 打开了邀请', '等待 TA 答复', '投递']],
    [
      { status: 'accepted', openedAt, answeredAt },
      ['邀请已发出', 'TA 打开了邀请', 'TA 接受了邀请', '等待 TA 投递'],
    ],
    [{ status: 'declined', openedAt, answeredAt }, ['邀请已发出', 'TA 打开了邀请', '暂不考虑']],
    [{ status: 'expired' }, ['邀请已发出', '已过期']],
    [{ status: 'revoked', answeredAt }, ['邀请已发出', '已撤回']],
  ] as const)('tells %j', (change, words) => {
    expect(titles(change)).toEqual(words)
  })

  it('says until when it waits', () => {
    expect(invitationSteps(sent)[1]).toMatchObject({ state: 'now', note: '12 月 22 日前有效' })
  })
})
