import type { TimelineItem } from '@/components/timeline'
import type { Timeline } from '@/contract/calls/progress'
import { stampWords } from '@/domain/shanghai'
import { STAGE_TEXTS } from '@/domain/stage-texts'
import { ACTIVE_STAGES, isEnd, STAGE_NAMES, stageWords, STEP_NAMES, stepsDone } from '@/domain/stages'
import type { ActiveStage, Stage } from '@/domain/stages'
import { dueTag } from '@/services/due-tag'

export type Seat = 'candidate' | 'referrer'
type Event = Timeline['events'][number]

/** What a step is called once it lies behind. */
const PASSED: Record<ActiveStage, string> = {
  applied: '已投递',
  screening: '初筛通过',
  review: '用人部门评估通过',
  interview: '面试通过',
  offer: 'Offer 已确认',
  onboarding: '入职准备完成',
  hired: '已入职',
}

const ENDED: Record<Seat, Partial<Record<Stage, string>>> = {
  candidate: { withdrawn: '你已撤回投递' },
  referrer: { withdrawn: 'TA 决定不继续了' },
}

/**
 * The seven steps as one seat sees them: done, now, next; earlier rounds of interviews each on a line. After an end
 * only what was walked, and the end. The newest text is not among them: it stands above, in full.
 */
export function timelineSteps(timeline: Timeline, seat: Seat, at: Date): TimelineItem[] {
  const { stage, round, events } = timeline
  if (stage === 'confirmed') {
    const end = lastInto(events, 'confirmed')
    return [...walked(timeline, seat, STEP_NAMES.length), done(STAGE_NAMES.confirmed, end?.at)]
  }
  if (isEnd(stage)) {
    const end = lastInto(events, stage)
    const from = end?.from && !isEnd(end.from) ? end.from : 'applied'
    const title = ENDED[seat][stage] ?? STAGE_NAMES[stage]
    const last = from === 'applied' ? PASSED.applied : stageWords(from, lastInto(events, from)?.round)
    return [
      ...walked(timeline, seat, stepsDone(from)),
      done(last, lastInto(events, from)?.at ?? timeline.appliedAt, ownWords(events, from, seat)),
      { title, at: stamp(end?.at), state: 'now' },
    ]
  }
  const passed = stepsDone(stage)
  const now: TimelineItem = {
    title: stageWords(stage, round),
    note: timeline.handler ? `由${timeline.handler}跟进` : undefined,
    state: 'now',
    tag: nowTag(timeline, seat, at),
  }
  const ahead = STEP_NAMES.slice(passed + 1).map((title): TimelineItem => ({ title, state: 'next' }))
  return [...walked(timeline, seat, passed), ...roundsBefore(events, stage, round), now, ...ahead]
}

/** How the step of now goes. By how much it is late stands above; a candidate is not shown a clock. */
function nowTag({ stage, dueAt, paused, calendar }: Timeline, seat: Seat, at: Date): TimelineItem['tag'] {
  if (stage === 'hired') return { words: '等待转正', tone: 'gold' }
  const tone = dueTag({ dueAt, pausedUntil: paused?.until ?? null }, at, calendar)?.tone
  if (tone === 'gray') return { words: '已暂停', tone }
  if (tone === 'seal' && seat === 'referrer') return { words: '已超时', tone }
  return { words: '进行中', tone: 'jade' }
}

function walked({ events, appliedAt }: Timeline, seat: Seat, count: number): TimelineItem[] {
  return ACTIVE_STAGES.slice(0, count).flatMap((stage) => {
    const passedAt = stage === 'applied' ? appliedAt : leftAt(events, stage)
    const step = done(PASSED[stage], passedAt, ownWords(events, stage, seat))
    return [...roundsBefore(events, stage, lastInto(events, stage)?.round ?? 1), step]
  })
}

function roundsBefore(events: readonly Event[], stage: Stage, round: number): TimelineItem[] {
  if (stage !== 'interview') return []
  return Array.from({ length: round - 1 }, (_, index) => {
    const next = lastOf(events, (event) => event.to === 'interview' && event.round === index + 2)
    return done(stageWords('interview', index + 1), next?.at)
  })
}

/** The recruiter's own sentence about a step. The usual one tells what comes next, which by now is past. */
function ownWords(events: readonly Event[], stage: Stage, seat: Seat): string | undefined {
  const text = lastInto(events, stage)?.text ?? undefined
  return text === STAGE_TEXTS[stage][seat] ? undefined : text
}

function leftAt(events: readonly Event[], stage: Stage): string | undefined {
  return lastOf(events, (event) => event.from === stage && event.to !== stage)?.at
}

function lastInto(events: readonly Event[], stage: Stage): Event | undefined {
  return lastOf(events, (event) => event.to === stage)
}

function lastOf(events: readonly Event[], fits: (event: Event) => boolean): Event | undefined {
  return events.filter(fits).pop()
}

const done = (title: string, at?: string, note?: string): TimelineItem => ({
  title,
  at: stamp(at),
  note,
  state: 'done',
})
const stamp = (at: string | undefined) => (at === undefined ? undefined : stampWords(new Date(at)))
