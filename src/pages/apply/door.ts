import type { Landing } from '@/contract/calls/invitation'
import type { JobCard } from '@/contract/calls/job'
import { wordsFor } from '@/contract/words'
import { call, type Failure } from '@/services/cloud'

/** Where an application leads: what was found behind the address the page was opened with. */
export type Door =
  | {
      name: 'form'
      invitation: Landing | null
      job: JobCard | null
      jobs: readonly JobCard[]
      notice?: string
    }
  /** Not to be applied through from here; the page goes there instead. */
  | { name: 'elsewhere'; to: 'prove' | 'invitation' }
  | { name: 'applied'; applicationId: string }
  | { name: 'failed'; failure: Failure }

/** An invitation leads to its job, or in general to all open ones; so does one whose job has closed meanwhile. */
export async function openDoor(token: string | undefined, jobId: string | undefined): Promise<Door> {
  if (token) return openInvitation(token)
  if (!jobId) return chooseJob(null)
  const reply = await call('job.get', { id: jobId })
  if (!reply.ok) return { name: 'failed', failure: reply }
  if (!reply.data.takesReferrals) return chooseJob(null, wordsFor('job-closed'))
  return { name: 'form', invitation: null, job: reply.data, jobs: [] }
}

async function openInvitation(token: string): Promise<Door> {
  const reply = await call('share.open', { token })
  if (!reply.ok) {
    const gone = reply.code === 'share-unknown' || reply.code === 'share-ended'
    return gone ? { name: 'elsewhere', to: 'invitation' } : { name: 'failed', failure: reply }
  }
  const { data: landing } = reply
  if (landing.applicationId) return { name: 'applied', applicationId: landing.applicationId }
  // Accepting is done by a tap on the invitation, never by an address that somebody may have sent.
  if (!landing.addressee || landing.status !== 'accepted') return { name: 'elsewhere', to: 'invitation' }
  if (!landing.job) return chooseJob(landing)
  if (!landing.job.takesReferrals) return chooseJob(landing, wordsFor('job-closed'))
  return { name: 'form', invitation: landing, job: landing.job, jobs: [] }
}

async function chooseJob(invitation: Landing | null, notice?: string): Promise<Door> {
  const reply = await call('job.list', {})
  if (!reply.ok) return { name: 'failed', failure: reply }
  return { name: 'form', invitation, job: null, jobs: reply.data.jobs, notice }
}
