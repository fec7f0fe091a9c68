import type { CallName } from '@/contract/calls'
import { call } from '@/services/cloud'
import { forget, recall } from '@/services/storage'
import { makeApply } from './store'

jest.mock('@/services/cloud', () => {
  const call = jest.fn()
  const callAgain = (name: string, input: unknown) => ({
    reply: call(name, input) as unknown,
    cancel: jest.fn(),
  })
  return { ...jest.requireActual<object>('@/services/cloud'), call, callAgain }
})

const job = { id: 'j', title: '高级前端工程师', takesReferrals: true }
const landing = {
  ...{ kind: 'invitation', invitationId: 'i', status: 'accepted', addressee: true },
  ...{ applicationId: null, job },
}
const shared = { kind: 'share', channel: 'poster', own: false, applicationId: null, job, jobs: [] }
let replies: Partial<Record<CallName, unknown>>
const sent = () =>
  jest
    .mocked(call)
    .mock.calls.filter(([name]) => name === 'application.submit')
    .map(([, input]) => input)

beforeEach(() => {
  forget('apply-draft')
  replies = {
    'share.open': { ok: true, data: landing },
    'job.get': { ok: true, data: job },
    'job.list': { ok: true, data: { jobs: [job] } },
    'application.submit': { ok: true, data: { applicationId: 'a' } },
  }
  jest.mocked(call).mockReset()
  jest.mocked(call).mockImplementation((name) => Promise.resolve(replies[name]) as never)
})

async function opened(token?: string, jobId?: string) {
  const store = makeApply(token, jobId)
  await store.getState().load()
  return store
}

describe('applying', () => {
  it('sends name, note and file through the accepted invitation, and forgets the draft', async () => {
    const store = await opened('token')
    store.getState().edit({ name: ' 周宁 ', note: '随时方便', file: { id: 'f', name: '简历.pdf' } })
    expect(await store.getState().submit()).toBe('a')
    const through = { jobId: 'j', invitationId: 'i', token: null }
    const content = { ...through, name: '周宁', note: '随时方便', fileId: 'f' }
    expect(sent()).toEqual([{ requestId: expect.any(String) as string, ...content }])
    expect(recall('apply-draft', (stored) => stored)).toBeUndefined()
  })

  it('asks for a name beside the field and sends nothing', async () => {
    const store = await opened(undefined, 'j')
    store.getState().edit({ name: '  ' })
    expect(await store.getState().submit()).toBeNull()
    expect(store.getState().problem?.at).toBe('name')
    expect(sent()).toEqual([])
  })

  it('keeps everything after a refusal and sends the same request again', async () => {
    const store = await opened(undefined, 'j')
    store.getState().edit({ name: '周宁', note: '加我微信' })
    replies['application.submit'] = { ok: false, code: 'text-refused', message: '' }
    expect(await store.getState().submit()).toBeNull()
    expect(store.getState()).toMatchObject({
      problem: { at: 'note' },
      draft: { name: '周宁', note: '加我微信' },
    })
    await store.getState().submit()
    const [first, second] = sent()
    expect(second).toEqual(first)
  })

  it('lets a general invitation choose from open jobs', async () => {
    replies['share.open'] = { ok: true, data: { ...landing, job: null } }
    const store = await opened('token')
    expect(store.getState().door).toMatchObject({ name: 'form', job: null, jobs: [job] })
    store.getState().edit({ name: '周宁' })
    await store.getState().submit()
    expect(store.getState().problem?.at).toBe('job')
    store.getState().edit({ jobId: 'j' })
    expect(await store.getState().submit()).toBe('a')
  })

  it('offers other jobs when the one meant has closed, and says so', async () => {
    replies['job.get'] = { ok: true, data: { ...job, takesReferrals: false } }
    const store = await opened(undefined, 'j')
    expect(store.getState().door).toMatchObject({ jobs: [job], notice: '这个职位已停止招聘，请换一个职位' })
  })

  it.each([
    ['is not accepted yet', { status: 'opened' }],
    ['is for another number', { addressee: false }],
  ])('leads back to an invitation that %s: an address accepts nothing', async (_why, change) => {
    replies['share.open'] = { ok: true, data: { ...landing, ...change } }
    expect((await opened('token')).getState().door).toEqual({ name: 'elsewhere', to: 'invitation' })
  })

  it('shows the application that is there already', async () => {
    replies['share.open'] = { ok: true, data: { ...landing, applicationId: 'a' } }
    expect((await opened('token')).getState().door).toEqual({ name: 'applied', applicationId: 'a' })
  })
})

describe('applying through a card, poster, code or link', () => {
  it('hands in the token and no invitation', async () => {
    replies['share.open'] = { ok: true, data: shared }
    const store = await opened('token')
    store.getState().edit({ name: '周宁' })
    expect(await store.getState().submit()).toBe('a')
    expect(sent()).toEqual([expect.objectContaining({ jobId: 'j', invitationId: null, token: 'token' })])
  })

  it('keeps the token for a job chosen from its list', async () => {
    replies['share.open'] = { ok: true, data: { ...shared, job: null, jobs: [job] } }
    const store = await opened('token', 'j')
    expect(store.getState().door).toMatchObject({ name: 'form', job, by: { kind: 'share' } })
    store.getState().edit({ name: '周宁' })
    await store.getState().submit()
    expect(sent()).toEqual([expect.objectContaining({ jobId: 'j', token: 'token' })])
  })

  it.each([
    ['of all jobs', { job: null, jobs: [job] }, undefined],
    [
      'whose job has closed',
      { job: { ...job, id: 'closed', takesReferrals: false }, jobs: [job] },
      '这个职位已停止招聘，请换一个职位',
    ],
  ])('offers the open jobs for a share %s', async (_which, change, notice) => {
    replies['share.open'] = { ok: true, data: { ...shared, ...change } }
    expect((await opened('token')).getState().door).toMatchObject({ job: null, jobs: [job], notice })
  })

  it('goes on without the share when it ended meanwhile, and keeps what was typed', async () => {
    replies['share.open'] = { ok: true, data: shared }
    const store = await opened('token')
    store.getState().edit({ name: '周宁' })
    const ended = { ok: false, code: 'share-ended', message: '' }
    Object.assign(replies, { 'application.submit': ended, 'share.open': ended })
    expect(await store.getState().submit()).toBeNull()
    expect(store.getState()).toMatchObject({
      problem: { at: 'whole', code: 'share-ended' },
      door: { name: 'form', job, by: { kind: 'nobody' } },
      draft: { name: '周宁' },
    })
    replies['application.submit'] = { ok: true, data: { applicationId: 'a' } }
    expect(await store.getState().submit()).toBe('a')
    expect(sent().at(-1)).toMatchObject({ jobId: 'j', token: null })
  })

  it('shows the application that is there already, unless another job was chosen', async () => {
    replies['share.open'] = { ok: true, data: { ...shared, applicationId: 'a' } }
    expect((await opened('token')).getState().door).toEqual({ name: 'applied', applicationId: 'a' })
    replies['job.get'] = { ok: true, data: { ...job, id: 'k' } }
    expect((await opened('token', 'k')).getState().door).toMatchObject({ name: 'form', job: { id: 'k' } })
  })
})
