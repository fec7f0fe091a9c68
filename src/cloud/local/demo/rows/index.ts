import { uuidv7 } from 'uuidv7'
import type { EarlierApplication } from '@/domain/attribution/history'
import type { Phone } from '@/domain/phone'
import type { Secrets } from '@/cloud/secrets'
import { candidateAt, DEMO_CANDIDATE } from '../candidates'
import { jobs } from '../jobs'
import { planShares } from '../shares'
import type { CompanyStory, StoryReferral } from '../story'
import { applicationRows } from './application'
import { planWaits, type StoryWait } from '../waits'
import { companyRows, sealed, type CompanyRows } from './company'
import { idOf } from './ids'
import { invitationRow, shareRow, type InvitationIds } from './invitation'
import { applicationLetters, invitationLetters, messageRows, type Letter } from './messages'
import { handsInResume, resumeFile } from './resumes'
import { shareRows } from './shares'
import type { DemoFile, DemoRows, Row } from './types'
import { waitingOf } from './waiting'

/** The story as rows of every table, with the files that go beside them. */
export function demoRows(
  story: CompanyStory,
  today: Date,
  secrets: Secrets,
): { rows: DemoRows; files: DemoFile[] } {
  const company = companyRows(story, today, secrets)
  const candidates = candidatePersons(story, secrets)
  const ids = { personIds: company.personIds, jobIds: company.jobIds, candidateIds: candidates.ids }
  const { throughShareIds, ...doors } = shareRows(planShares(story.referrals, today), ids, secrets)
  const rows: DemoRows = {
    ...doors,
    employee: company.employee,
    job: company.job,
    person: [...company.person, ...candidates.rows],
    ...{ invitation: [], file: [], application: [], stage_event: [], stage_text: [] },
    ...{ nudge: [], stage_pause: [], message: [] },
    text_opt_out: story.referrals
      .filter(({ answer }) => answer === 'erased')
      .map((referral) => ({
        phone_hash: secrets.phoneHash(phoneOf(referral)),
        at: referral.answeredAt ?? referral.sentAt,
      })),
    subscribe_credit: creditRows(candidates.ids.get(DEMO_CANDIDATE) ?? null, today),
  }
  const files: DemoFile[] = []
  const letters: Letter[] = []
  const waitOf = planWaits(story.referrals, today)
  const applied = new Map<string, EarlierApplication[]>()
  for (const referral of story.referrals) {
    const draft = {
      ...{ rows, files, letters, company, throughShareIds, waitOf, applied, today, secrets },
      candidateIds: candidates.ids,
    }
    addReferral(referral, draft)
  }
  rows.message.push(...messageRows(letters, today))
  return { rows, files }
}

type Draft = {
  rows: DemoRows
  files: DemoFile[]
  letters: Letter[]
  company: CompanyRows
  candidateIds: ReadonlyMap<number, string>
  throughShareIds: ReadonlyMap<StoryReferral, string>
  waitOf: (referral: StoryReferral) => StoryWait
  /** By candidate, what they applied for so far. */
  applied: Map<string, EarlierApplication[]>
  today: Date
  secrets: Secrets
}

function addReferral(referral: StoryReferral, draft: Draft): void {
  const { rows, company } = draft
  const ids: InvitationIds = {
    id: uuidv7(),
    shareId: uuidv7(),
    referrerId: idOf(company.personIds, referral.referrerKey),
    jobId: referral.jobKey === null ? null : idOf(company.jobIds, referral.jobKey),
    candidateId: draft.candidateIds.get(referral.candidateIndex) ?? null,
  }
  rows.share.push(shareRow(referral, ids))
  rows.invitation.push(invitationRow(referral, ids, sealed(phoneOf(referral), draft.secrets), draft.today))
  draft.letters.push(...invitationLetters(referral, ids))
  addApplication(referral, ids, draft)
}

function addApplication(referral: StoryReferral, ids: InvitationIds, draft: Draft): void {
  const { rows, files, company } = draft
  const { application, candidateIndex } = referral
  const job = jobs.find(({ key }) => key === referral.jobKey)
  if (!application || !job || ids.candidateId === null || ids.jobId === null) return

  const fileId = handsInResume(candidateIndex) ? uuidv7() : null
  if (fileId !== null) {
    const file = resumeFile(referral.key, candidateIndex, job)
    files.push(file)
    rows.file.push({
      id: fileId,
      owner_id: ids.candidateId,
      stored_as: file.storedAs,
      kind: 'pdf',
      bytes: file.bytes.length,
      created_at: application.appliedAt,
    })
  }
  const earlier = draft.applied.get(ids.candidateId) ?? []
  const personOf = (key: string) => idOf(company.personIds, key)
  const made = applicationRows(
    referral,
    application,
    {
      ...{ ...ids, candidateId: ids.candidateId, jobId: ids.jobId, fileId },
      throughShareId: draft.throughShareIds.get(referral) ?? null,
    },
    { personOf, recruiterId: personOf(job.recruiterKey), hiringManagerId: personOf(job.hiringManagerKey) },
    earlier,
    { waiting: waitingOf(draft.waitOf(referral)), today: draft.today },
  )
  draft.applied.set(ids.candidateId, [...earlier, made.known])
  rows.application.push(made.application)
  rows.stage_event.push(...made.stage_event)
  rows.stage_text.push(...made.stage_text)
  rows.nudge.push(...made.nudge)
  rows.stage_pause.push(...made.stage_pause)
  draft.letters.push(...applicationLetters(made.told))
}

/** Whoever accepted has proved the number; the others are no persons to Bole. */
function candidatePersons(
  { referrals }: CompanyStory,
  secrets: Secrets,
): { rows: Row[]; ids: Map<number, string> } {
  const ids = new Map<number, string>()
  const rows: Row[] = []
  for (const referral of referrals) {
    if (referral.answer !== 'accepted' || ids.has(referral.candidateIndex)) continue
    const id = uuidv7()
    ids.set(referral.candidateIndex, id)
    const applications = referrals.filter(
      ({ candidateIndex, application }) => candidateIndex === referral.candidateIndex && application,
    ).length
    const openid = referral.candidateIndex === DEMO_CANDIDATE ? 'demo-candidate' : null
    rows.push({
      id,
      ...sealed(phoneOf(referral), secrets),
      applications,
      openid,
      created_at: referral.answeredAt,
    })
  }
  return { rows, ids }
}

/** The demo candidate has tapped "allow" a few times, so that a subscribe message can be seen in the outbox. */
function creditRows(candidateId: string | null, today: Date): Row[] {
  if (candidateId === null) return []
  return ['progress', 'answer'].map((template) => ({
    ...{ person_id: candidateId, template, credits: 5, changed_at: today },
  }))
}

function phoneOf({ candidateIndex }: StoryReferral): Phone {
  return candidateAt(candidateIndex).phone as Phone
}
