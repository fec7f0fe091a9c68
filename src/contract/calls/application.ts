import * as v from 'valibot'
import { defineCall } from '../call'
import { id, personName, requestId, resumeKind, stage, text, token } from '../fields'

export const applicationSubmit = defineCall({
  name: 'application.submit',
  summary: 'Apply for a job. The source (who is credited, under which policy) is frozen now.',
  input: v.strictObject({
    requestId,
    jobId: id,
    /** The invitation applied through, already accepted; null for somebody who came on their own. */
    invitationId: v.nullable(id),
    /** The share applied through, when it was no invitation: card, poster, code, link. */
    token: v.optional(v.nullable(token), null),
    name: personName,
    note: v.nullable(text(500)),
    fileId: v.nullable(id),
  }),
  output: v.object({ applicationId: id }),
  errors: ['not-found', 'job-closed', 'already-applied', 'not-addressee', 'share-ended', 'text-refused'],
})

export const applicationWithdraw = defineCall({
  name: 'application.withdraw',
  summary: 'The candidate ends an application of their own.',
  input: v.strictObject({ requestId, id, reason: v.nullable(text(300)) }),
  output: v.object({ stage }),
  errors: ['not-found', 'stage-impossible', 'stage-conflict'],
})

export const applicationRevealPhone = defineCall({
  name: 'application.revealPhone',
  summary: 'The candidate’s full number, for a recruiter. Every reveal is logged.',
  input: v.strictObject({ requestId, id }),
  output: v.object({ phone: v.nullable(v.string()) }),
  errors: ['not-found'],
})

export const fileUpload = defineCall({
  name: 'file.upload',
  summary:
    'Hand in a résumé (pdf, doc, docx; up to 10 MB; told by content). In WeChat: the id of a file uploaded to private storage.',
  input: v.strictObject({
    requestId,
    storedAs: v.optional(v.pipe(v.string(), v.regex(/^cloud:\/\/[\w./-]{1,800}$/))),
  }),
  output: v.object({ fileId: id, kind: resumeKind, bytes: v.number() }),
  errors: ['file-kind', 'file-size'],
  upload: true,
})

export const fileLink = defineCall({
  name: 'file.link',
  summary: 'A link to the résumé of an application, good for a few minutes.',
  input: v.strictObject({ applicationId: id }),
  output: v.object({ url: v.string(), kind: resumeKind, expiresIn: v.number() }),
  errors: ['not-found'],
})
