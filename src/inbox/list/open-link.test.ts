import Taro from '@tarojs/taro'
import { call } from '@/services/cloud/call'
import { takeProgressDoor } from '@/services/progress-door'
import { resetTaro } from '@/testing/taro'
import { openLink } from './open-link'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const listed = (...invitations: { id: string; token: string }[]) =>
  calls.mockResolvedValue({ ok: true, data: { invitations } } as never)

beforeEach(() => {
  resetTaro()
  takeProgressDoor()
  calls.mockReset()
})

describe('a message leads to', () => {
  it.each([
    ['candidate', '/pages/timeline/index?id=a&as=candidate'],
    ['referrer', '/pages/timeline/index?id=a&as=referrer'],
    ['recruiter', '/recruiter/detail/index?id=a'],
  ] as const)('the application, as its %s sees it', async (as, url) => {
    await openLink({ kind: 'application', id: 'a', as })
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url })
  })

  it('the invitation its referrer sent, on the progress tab', async () => {
    await openLink({ kind: 'invitation', id: 'i', as: 'referrer' })
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/progress/index' })
    expect(takeProgressDoor()).toEqual({ seat: 'referrer', invitationId: 'i' })
    expect(takeProgressDoor()).toBeNull()
  })

  it('the invitation its addressee may answer', async () => {
    listed({ id: 'other', token: 'x' }, { id: 'i', token: 'the-token' })
    await openLink({ kind: 'invitation', id: 'i', as: 'candidate' })
    expect(calls).toHaveBeenCalledWith('progress.list', { as: 'candidate' })
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/invitation/index?token=the-token' })
  })

  it.each([
    ['was answered meanwhile', () => listed()],
    [
      'cannot be asked for',
      () => calls.mockResolvedValue({ ok: false, code: 'unavailable', message: '' } as never),
    ],
  ])('the addressee’s side of the progress tab, when the invitation %s', async (_what, answer) => {
    answer()
    await openLink({ kind: 'invitation', id: 'i', as: 'candidate' })
    expect(Taro.navigateTo).not.toHaveBeenCalled()
    expect(takeProgressDoor()).toEqual({ seat: 'candidate', invitationId: null })
  })
})
