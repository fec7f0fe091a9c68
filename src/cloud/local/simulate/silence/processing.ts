import { POLICY } from '@/domain/policy'
import { addDays } from '@/domain/shanghai'
import { onwardFrom, isEnd, type Stage } from '@/domain/stages'
import { newRequestId } from './calls'
import { atDesk, soon } from './hours'
import type { Job, Person } from './people'
import type { World } from './world'

type Process = { id: string; candidate: Person; job: Job; stage: Stage; version: number; over: boolean }

/** Of a hundred stages so many are never answered, so many are paused, in so many the candidate gives up. */
const FORGOTTEN = 0.1
const PAUSED = 0.08
const GIVEN_UP = 0.03
const RULED = 0.02
const NUDGED = 0.5

/** What becomes of an application: a recruiter answers soon, late or never. */
export function processing(world: World, of: Pick<Process, 'id' | 'candidate' | 'job'>, now: Date): void {
  const process: Process = { ...of, stage: 'applied', version: 1, over: false }
  if (world.random.chance(RULED))
    world.agenda.at(soon(now, 200, world.random), (then) => rule(world, process, then))
  stage(world, process, now)
}

function stage(world: World, process: Process, now: Date): void {
  const { agenda, random } = world
  if (random.chance(PAUSED)) agenda.at(soon(now, 20, random), (then) => pause(world, process, then))
  if (random.chance(GIVEN_UP)) agenda.at(soon(now, 60, random), (then) => giveUp(world, process, then))
  if (random.chance(NUDGED))
    agenda.at(atDesk(soon(addDays(now, 3), 40, random), random), (then) => nudge(world, process, then, 2))
  if (random.chance(FORGOTTEN)) return
  const late = random.chance(0.2) ? 8 : 1
  agenda.at(atDesk(soon(now, 30 * late, random), random), (then) =>
    answer(world, process, process.stage, then),
  )
}

async function answer(world: World, process: Process, seen: Stage, now: Date): Promise<void> {
  if (process.over || process.stage !== seen) return
  const { calls, random } = world
  const ways = onwardFrom(process.stage)
  const onward = ways.find((to) => !isEnd(to) || to === 'confirmed')
  const to = onward && random.chance(0.72) ? onward : random.pick(ways)
  const { id, version, job } = process
  const words = {
    candidateText: '下一步会在这里告诉你。',
    referrerText: '有新的进展。',
    internalNote: null,
    reason: null,
  }
  const reply = await calls.ask(
    job.recruiter,
    'stage.move',
    { requestId: newRequestId(), id, version, to, ...words },
    now,
  )
  if (!reply) return
  process.stage = reply.stage
  process.version = reply.version
  process.over = isEnd(reply.stage)
  if (!process.over) stage(world, process, now)
}

async function pause(world: World, { id, candidate, over }: Process, now: Date): Promise<void> {
  if (over) return
  const { calls, agenda, random } = world
  const days = 1 + Math.floor(random.next() * POLICY.pauseDays)
  const paused = { requestId: newRequestId(), id, days, reason: null }
  if (!(await calls.ask(candidate, 'application.pause', paused, now))) return
  if (random.chance(0.5))
    agenda.at(soon(now, days * 12, random), async (then) => {
      await calls.ask(candidate, 'application.resume', { requestId: newRequestId(), id }, then)
    })
}

async function giveUp({ calls }: World, process: Process, now: Date): Promise<void> {
  if (process.over) return
  const { id, candidate } = process
  const given = await calls.ask(
    candidate,
    'application.withdraw',
    { requestId: newRequestId(), id, reason: null },
    now,
  )
  if (given) process.over = true
}

/** By whoever owns it now: it may have been decided otherwise. */
async function nudge(world: World, process: Process, now: Date, times: number): Promise<void> {
  const { calls, agenda, random } = world
  if (process.over || times === 0) return
  const owner = await world.ownerOf(process.id)
  if (!owner?.active) return
  await calls.ask(owner, 'referral.nudge', { requestId: newRequestId(), id: process.id }, now)
  agenda.at(atDesk(soon(addDays(now, 3), 60, random), random), (then) =>
    nudge(world, process, then, times - 1),
  )
}

async function rule(world: World, process: Process, now: Date): Promise<void> {
  const { calls, random, company } = world
  const colleague = random.pick(company.employees.filter(({ active }) => active))
  const decided = { requestId: newRequestId(), id: process.id, reason: '核实过聊天记录' }
  const owner = { kind: 'employee' as const, employeeId: colleague.employeeId }
  await calls.ask(process.job.recruiter, 'application.ruleSource', { ...decided, owner }, now)
}
