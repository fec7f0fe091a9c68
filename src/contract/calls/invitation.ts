import * as v from 'valibot'
import { defineCall } from '../call'
import { id, invitationStatus, line, moment, relation, requestId, token, typedPhone } from '../fields'
import { jobDetail } from './job'

const jobName = v.object({ id, title: v.string(), city: v.string() })

/** An invitation as its referrer sees it. */
export const sentInvitation = v.object({
  id,
  status: invitationStatus,
  job: v.nullable(jobName),
  /** Null once the number was erased. */
  maskedPhone: v.nullable(v.string()),
  /** Opens the landing page; rides on the card, the link and the text. */
  token: v.string(),
  link: v.string(),
  sourceCode: v.string(),
  relation: v.nullable(relation),
  line: v.nullable(v.string()),
  /** What became of the text, in words: sent, waiting for morning, or why there is none. */
  textWords: v.string(),
  sentAt: moment,
  openedAt: v.nullable(moment),
  answeredAt: v.nullable(moment),
  expiresAt: moment,
})
export type SentInvitation = v.InferOutput<typeof sentInvitation>

export const invitationSend = defineCall({
  name: 'invitation.send',
  summary:
    'Invite a phone number, for a job or in general. The same number and job again gives the same invitation back.',
  input: v.strictObject({
    requestId,
    phone: typedPhone,
    jobId: v.nullable(id),
    relation: v.nullable(relation),
    line: v.nullable(line),
    /** The referrer states that the candidate agreed; the button says so. Recorded with the invitation. */
    consent: v.literal(true),
  }),
  output: v.object({ invitation: sentInvitation, already: v.boolean() }),
  errors: [
    'phone-invalid',
    'self-referral',
    'job-closed',
    'not-found',
    'candidate-protected',
    'intern-may-not-refer',
    'rate-limited',
    'text-refused',
  ],
})

export const invitationCheck = defineCall({
  name: 'invitation.check',
  summary:
    'Whether a number may be referred now. One answer for nobody, a colleague and a free candidate alike; counts as a number of the day.',
  input: v.strictObject({ phone: typedPhone }),
  output: v.object({ answer: v.picklist(['free', 'taken']), left: v.number() }),
  errors: ['phone-invalid', 'self-referral', 'intern-may-not-refer', 'rate-limited'],
})

export const invitationGet = defineCall({
  name: 'invitation.get',
  summary: 'One of my invitations, while it has led to no application yet or after.',
  input: v.strictObject({ id }),
  output: sentInvitation,
  errors: ['not-found'],
})

export const invitationEndorse = defineCall({
  name: 'invitation.endorse',
  summary: 'Add or change relation and personal line of my invitation until it is answered.',
  input: v.strictObject({ requestId, id, relation: v.nullable(relation), line: v.nullable(line) }),
  output: v.object({ relation: v.nullable(relation), line: v.nullable(v.string()) }),
  errors: ['not-found', 'invitation-answered', 'text-refused'],
})

export const invitationRevoke = defineCall({
  name: 'invitation.revoke',
  summary: 'Take back my invitation before it led to an application. Its number is erased, its link ends.',
  input: v.strictObject({ requestId, id }),
  output: v.object({ status: invitationStatus }),
  errors: ['not-found', 'invitation-answered'],
})

/** The landing page. Nothing here names the candidate; the last two digits are all a stranger sees. */
export const landing = v.object({
  kind: v.literal('invitation'),
  invitationId: id,
  company: v.string(),
  status: invitationStatus,
  referrer: v.object({ name: v.string(), department: v.string() }),
  relation: v.nullable(relation),
  line: v.nullable(v.string()),
  job: v.nullable(jobDetail),
  phoneTail: v.string(),
  sentAt: moment,
  expiresAt: moment,
  /** The caller has proved the number this invitation is for. */
  addressee: v.boolean(),
  /** The caller has proved a number, but another one. */
  otherNumber: v.boolean(),
  /** Set for the addressee once applied. */
  applicationId: v.nullable(id),
})
export type Landing = v.InferOutput<typeof landing>

export const invitationAccept = defineCall({
  name: 'invitation.accept',
  summary: 'Accept an invitation addressed to my proven number.',
  input: v.strictObject({ requestId, id }),
  output: v.object({ id, jobId: v.nullable(id) }),
  errors: ['not-found', 'share-ended', 'invitation-answered'],
})

export const invitationDecline = defineCall({
  name: 'invitation.decline',
  summary: 'Decline by link, without login; with `erase` the number is removed and never texted again.',
  input: v.strictObject({ requestId, token, erase: v.boolean() }),
  output: v.object({ erased: v.boolean() }),
  errors: ['share-unknown', 'share-ended', 'invitation-answered'],
})

/** An invitation as the person sees it whose proven number it is addressed to. */
export const waitingInvitation = v.object({
  id,
  token: v.string(),
  status: invitationStatus,
  referrer: v.object({ name: v.string(), department: v.string() }),
  job: v.nullable(jobName),
  line: v.nullable(v.string()),
  sentAt: moment,
  expiresAt: moment,
})
export type WaitingInvitation = v.InferOutput<typeof waitingInvitation>
