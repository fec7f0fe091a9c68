import type { Landing } from '@/contract/calls/invitation'
import type { JobCard } from '@/contract/calls/job'
import type { ShareLanding } from '@/contract/calls/share'
import { wordsFor } from '@/contract/words'
import { call, type Failure } from '@/services/cloud'
import { openShare } from '@/services/share/open'

/** By whom somebody came: an invitation they accepted, a colleague's card, poster, code or link, or nobody. */
export type By =
  { kind: 'invitation'; landing: Landing } | { kind: 'share'; landing: ShareLanding } | { kind: 'nobody' }

/** Where an application leads: what was found behind the address the page was opened with. */
export type Door =
  | { name: 'form'; by: By; job: JobCard | null; jobs: readonly JobCard[]; notice?: string }
  /** Not to be applied through from here; the page goes there instead. */
  | { name: 'elsewhere'; to: 'prove' | 'invitation' }
  | { name: 'applied'; applicationId: string }
  | { name: 'failed'; failure: Failure }

const NOBODY: By = { kind: 'nobody' }

/** A token leads to its job, or in general to all open ones; so does one whose job has closed meanwhile. */
export async function openDoor(token: string | undefined, jobId: string | undefined): Promise<Door> {
  if (token) return openToken(token, jobId)
  return jobId ? openJob(jobId, NOBODY) : chooseJob(NOBODY)
}

async function openToken(token: string, jobId: string | undefined): Promise<Door> {
  const reply = await openShare(token)
  if (reply.ok) return reply.data.kind === 'share' ? openShared(reply.data, jobId) : openInvited(reply.data)
  const gone = reply.code === 'share-unknown' || reply.code === 'share-ended'
  if (!gone) return { name: 'failed', failure: reply }
  // Whoever has chosen a job may apply for it; what they touched before counts without the token.
  return jobId ? openJob(jobId, NOBODY) : { name: 'elsewhere', to: 'invitation' }
}

function openInvited(landing: Landing): Promise<Door> | Door {
  if (landing.applicationId) return { name: 'applied', applicationId: landing.applicationId }
  // Accepting is done by a tap on the invitation, never by an address that somebody may have sent.
  if (!landing.addressee || landing.status !== 'accepted') return { name: 'elsewhere', to: 'invitation' }
  const by: By = { kind: 'invitation', landing }
  if (!landing.job) return chooseJob(by)
  if (!landing.job.takesReferrals) return chooseJob(by, wordsFor('job-closed'))
  return { name: 'form', by, job: landing.job, jobs: [] }
}

/** A job chosen from the list keeps the share it was chosen through. */
function openShared(landing: ShareLanding, jobId: string | undefined): Promise<Door> | Door {
  const { job, jobs, applicationId } = landing
  const by: By = { kind: 'share', landing }
  if (jobId && jobId !== job?.id) return openJob(jobId, by)
  if (applicationId) return { name: 'applied', applicationId }
  if (job?.takesReferrals) return { name: 'form', by, job, jobs: [] }
  return { name: 'form', by, job: null, jobs, notice: job ? wordsFor('job-closed') : undefined }
}

async function openJob(id: string, by: By): Promise<Door> {
  const reply = await call('job.get', { id })
  if (!reply.ok) return { name: 'failed', failure: reply }
  if (!reply.data.takesReferrals) return chooseJob(by, wordsFor('job-closed'))
  return { name: 'form', by, job: reply.data, jobs: [] }
}

async function chooseJob(by: By, notice?: string): Promise<Door> {
  const reply = await call('job.list', {})
  if (!reply.ok) return { name: 'failed', failure: reply }
  return { name: 'form', by, job: null, jobs: reply.data.jobs, notice }
}
