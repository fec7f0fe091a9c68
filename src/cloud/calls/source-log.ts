import type { Seat } from '@/contract/fields'
import type { AttributionRow } from '../store/attribution-explain'

/** An event with who owned the referral before and after it. */
type Step = AttributionRow & { before: string | null; after: string | null }
type Line = { id: string; at: string; words: string }

/**
 * The attribution log as one seat may read it, in order. The candidate reads their own claims and what was decided. A
 * referrer reads what concerns themselves, and never that there is anybody else; `viewerId` is who they are. Recruiters
 * read everything. product.md, "Who owns the referral", clause 7.
 */
export function attributionLog(
  seat: Seat,
  events: readonly AttributionRow[],
  { frozen, viewerId }: { frozen: string | null; viewerId: string },
): Line[] {
  const steps = inSteps(events, frozen)
  const lines = steps.map((step) => ({
    id: step.id,
    at: step.at,
    words: wordsOf(seat, step, steps, viewerId),
  }))
  return lines.flatMap(({ words, ...line }) => (words === null ? [] : [{ ...line, words }]))
}

function wordsOf(seat: Seat, step: Step, steps: readonly Step[], viewerId: string): string | null {
  if (seat === 'candidate') return toCandidate(step)
  return seat === 'recruiter' ? toRecruiter(step) : toReferrer(step, steps, viewerId)
}

function inSteps(events: readonly AttributionRow[], frozen: string | null): Step[] {
  let owner = frozen
  return events.map((event) => {
    const before = owner
    if (event.kind === 'ruled' || event.kind === 'transferred' || event.kind === 'repicked')
      owner = event.ownerId
    return { ...event, before, after: owner }
  })
}

function toCandidate({ kind, before, after, owner, toJob, words }: Step): string | null {
  switch (kind) {
    case 'claimed':
      return `你说明是别人推荐的${quoted(words)}`
    case 'objected':
      return null
    case 'ruled':
      if (before === after) return 'HR 确认归属不变'
      return after === null ? 'HR 核实后，这次投递不记内推人' : `HR 核实后，内推人是${owner ?? '一位同事'}`
    case 'transferred':
      return `转到「${toJob}」职位${keptWords(before, after, '，内推人和保护期不变')}`
    case 'repicked':
      return '保护期已结束，HR 从人才库重新联系了你，不再记内推人'
    case 'lapsed':
      return '保护期已结束'
  }
}

function toReferrer(step: Step, steps: readonly Step[], me: string): string | null {
  const { kind, at, before, after, byId, toJob, words } = step
  const [was, is] = [before === me, after === me]
  switch (kind) {
    case 'claimed':
      return null
    case 'objected':
      return byId === me ? `你提出了申诉${quoted(words)}` : null
    case 'ruled':
      if (was !== is) return is ? 'HR 核实后，这次推荐记在你名下' : '归属已调整，不再记在你名下'
      return was || objectedBefore(steps, at, me) ? 'HR 确认归属不变' : null
    case 'transferred':
      if (!was) return `TA 转到「${toJob}」职位`
      return `TA 转到「${toJob}」职位，${is ? '归属和保护期不变' : '按规则不再记在你名下'}`
    case 'repicked':
      return was ? '保护期已结束，HR 从人才库重新联系了 TA，不再记在你名下' : null
    case 'lapsed':
      return step.ownerId === me ? '保护期已结束，可再次推荐' : null
  }
}

function toRecruiter({ kind, by, before, after, owner, fromJob, toJob, words }: Step): string {
  const who = by ?? '一位同事'
  switch (kind) {
    case 'claimed':
      return `候选人说明是别人推荐的${quoted(words)}`
    case 'objected':
      return `${who}提出申诉${quoted(words)}`
    case 'ruled':
      return `${who}${ruledWords(before, after, owner)}${words === null ? '' : `，理由：${words}`}`
    case 'transferred':
      return `${who}把候选人从「${fromJob}」转到「${toJob}」${keptWords(before, after, '，内推人和保护期不变')}`
    case 'repicked':
      return `${who}从人才库重新启动，保护期已结束，不再记内推人`
    case 'lapsed':
      return '保护期结束，没有录用'
  }
}

function ruledWords(before: string | null, after: string | null, owner: string | null): string {
  if (after === null) return before === null ? '确认不记内推人' : '决定不记内推人'
  const name = owner ?? '一位同事'
  return before === after ? `确认内推人仍是${name}` : `决定内推人是${name}`
}

function keptWords(before: string | null, after: string | null, kept: string): string {
  if (before === null) return ''
  return after === null ? '，按规则不再记内推人' : kept
}

function objectedBefore(steps: readonly Step[], at: string, me: string): boolean {
  return steps.some((step) => step.kind === 'objected' && step.byId === me && step.at <= at)
}

/** Erasure takes the words and leaves the event. */
function quoted(words: string | null): string {
  return words === null ? '' : `：「${words}」`
}
