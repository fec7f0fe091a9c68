import type { JobCard, JobDetail } from '@/contract/calls/job'
import { call } from '@/services/cloud/call'
import { makeJob } from './store'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const open = { id: 'open', takesReferrals: true } as JobDetail
const closed = { id: 'closed', status: 'closed', takesReferrals: false } as JobDetail
const failure = (code: 'not-found' | 'bad-input' | 'unavailable') => ({
  ok: false as const,
  code,
  message: '',
})

/** The cloud, as far as these jobs go. */
function answer(job: JobDetail | 'not-found' | 'bad-input' | 'unavailable'): void {
  calls.mockImplementation((name) => {
    const list = { ok: true as const, data: { jobs: [open, closed] as JobCard[] } }
    const reply =
      name === 'job.list' ? list : typeof job === 'string' ? failure(job) : { ok: true, data: job }
    return Promise.resolve(reply) as ReturnType<typeof call>
  })
}

async function loaded(id: string) {
  const store = makeJob(id)
  await store.getState().load()
  return store
}

describe('the job page', () => {
  it('shows an open job without asking for others', async () => {
    answer(open)
    const { phase } = (await loaded('open')).getState()
    expect(phase).toMatchObject({ name: 'ready', job: open, others: [], stale: false })
    expect(calls).not.toHaveBeenCalledWith('job.list', {})
  })

  it('offers the other open jobs beside one that is closed', async () => {
    answer(closed)
    expect((await loaded('closed')).getState().phase).toMatchObject({ name: 'ready', others: [open] })
  })

  it.each(['not-found', 'bad-input'] as const)(
    'offers open jobs instead of a job that is %s',
    async (code) => {
      answer(code)
      expect((await loaded('gone')).getState().phase).toMatchObject({ name: 'missing' })
    },
  )

  it('keeps what it shows while the cloud is away', async () => {
    answer(open)
    const store = await loaded('open')
    answer('unavailable')
    await store.getState().load()
    expect(store.getState().phase).toMatchObject({ name: 'ready', stale: true })
  })
})
