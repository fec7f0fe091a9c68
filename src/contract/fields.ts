import * as v from 'valibot'
import { INVITATION_STATUSES } from '@/domain/invitation'
import { LINE_LIMIT, RELATIONS } from '@/domain/endorsement'
import { RESUME_KINDS } from '@/domain/resume'
import { STAGES } from '@/domain/stages'

/** Fields that several calls share, so that one rule about a name or an id stands in one place. */

export const id = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
)

/** Made by the client, once per thing a person wants done: a retry carries the same one and changes nothing twice. */
export const requestId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,64}$/))

/** What somebody typed; the cloud reads it with `parsePhone`, so that both sides agree what a number is. */
export const typedPhone = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/** A token as it came in a link: damaged ones must reach the cloud to be answered with a page, so only length is held. */
export const token = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/**
 * A browser's own mark, random and kept by it: tells one visitor's touches from another's before a number is proven. In
 * WeChat it is left out, the openid is the visitor.
 */
export const visitor = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/))

/** At least 50 characters with letters and spaces must fit: names are not always three Han characters. */
export const personName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60))

/** A moment, ISO 8601 in UTC. */
export const moment = v.pipe(v.string(), v.isoTimestamp())
export const day = v.pipe(v.string(), v.isoDate())

export const relation = v.picklist(RELATIONS)
export const line = text(LINE_LIMIT)
export const stage = v.picklist(STAGES)
export const invitationStatus = v.picklist(INVITATION_STATUSES)
export const resumeKind = v.picklist(RESUME_KINDS)

/** Whose eyes a process is seen with: its candidate's, its referrer's, a recruiter's. */
export const SEATS = ['candidate', 'referrer', 'recruiter'] as const
export const seat = v.picklist(SEATS)
export type Seat = (typeof SEATS)[number]

export function text(limit: number) {
  return v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limit))
}

/**
 * The days that break the week's rule within 60 days of now, so that the client counts working hours as the cloud does:
 * weekdays `off`, weekend days `on`, in Asia/Shanghai.
 */
export const calendar = v.object({
  fromHour: v.number(),
  toHour: v.number(),
  off: v.array(day),
  on: v.array(day),
})
