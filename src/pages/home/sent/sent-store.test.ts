import type { SentInvitation } from '@/contract/calls/invitation'
import { call } from '@/services/cloud/call'
import { EMPTY_DRAFT } from '../draft'
import { useHome } from '../store'
import { useSent } from './sent-store'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const invitation = { id: 'i', relation: null, line: null } as SentInvitation
const draft = { ...EMPTY_DRAFT, relation: 'friend' as const, line: '专业过硬，合作过' }
const endorsed = { ok: true as const, data: { relation: 'friend', line: '专业过硬，合作过' } }
const answered = { ok: false as const, code: 'invitation-answered' as const, message: '' }

const stand = (already: boolean, change: Partial<SentInvitation> = {}) =>
  useHome.setState({ draft, phase: { name: 'sent', already, invitation: { ...invitation, ...change } } })
const sent = () => useSent.getState()

beforeEach(() => {
  calls.mockReset().mockResolvedValue(endorsed)
  useSent.setState(useSent.getInitialState(), true)
})

describe('an invitation that stood already', () => {
  it('takes over the words written this time when it had none', async () => {
    stand(true)
    await sent().carryOver()
    expect(calls).toHaveBeenCalledWith(
      'invitation.endorse',
      expect.objectContaining({ id: 'i', relation: 'friend', line: '专业过硬，合作过' }),
    )
    expect(useHome.getState().phase).toMatchObject({ invitation: { relation: 'friend' } })
  })

  it.each([
    ['it has words of its own', true, { relation: 'classmate' as const }],
    ['it is new and carries them', false, {}],
  ])('is left alone when %s', async (_why, already, change) => {
    stand(already, change)
    await sent().carryOver()
    expect(calls).not.toHaveBeenCalled()
  })
})

describe('taking an invitation back', () => {
  it('is over when the cloud has done it', async () => {
    stand(false)
    await sent().revoke()
    expect(sent().phase).toEqual({ name: 'revoked' })
  })

  it('says why when the candidate was faster', async () => {
    calls.mockResolvedValue(answered)
    stand(false)
    await sent().revoke()
    expect(sent().phase).toEqual({ name: 'idle', problem: '这份邀请已经有了答复，请刷新看看' })
  })

  it('is asked for once however often it is tapped', async () => {
    stand(false)
    await Promise.all([sent().revoke(), sent().revoke()])
    expect(calls).toHaveBeenCalledTimes(1)
  })
})
