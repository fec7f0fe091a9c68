import type { InputOf } from '@/contract/call'
import type { CallOf } from '@/contract/calls'
import { POLICY } from '@/domain/policy'
import { addDays } from '@/domain/shanghai'
import { newRequestId } from './calls'
import { anyMoment, soon } from './hours'
import type { Employee, Job, Person } from './people'
import { processing } from './processing'
import type { World } from './world'

/** Of a hundred invitations so many are never opened, and so many are taken back. */
const IGNORED = 0.25
const TAKEN_BACK = 0.03
/** Of a hundred colleagues so many leave. */
const LEAVING = 0.04
const TRIES = 20

/** Puts referrals on the agenda, each with a moment at which a colleague thinks of somebody. */
export function refer(world: World, referrals: number): { made: number } {
  const done = { made: 0 }
  const { agenda, random, begin, days } = world
  for (let n = 0; n < referrals; n++)
    agenda.at(anyMoment(begin, days * 0.95, random), async (now) => {
      // A number that is in process, or that was typed before, is none: another one is thought of.
      for (let tried = 0; tried < TRIES; tried++) {
        if (!(await (random.chance(0.8) ? invite(world, now) : share(world, now)))) continue
        done.made++
        return
      }
    })
  return done
}

async function invite(world: World, now: Date): Promise<boolean> {
  const { calls, random, company, agenda } = world
  const referrer = random.pick(company.employees.filter(({ active }) => active))
  const [candidate, job] = [random.pick(company.candidates), random.pick(company.jobs)]
  const jobId = random.chance(0.9) ? job.id : null
  const reply = await calls.ask(
    referrer,
    'invitation.send',
    {
      requestId: newRequestId(),
      phone: candidate.phone,
      jobId,
      relation: 'friend',
      line: null,
      consent: true,
    },
    now,
  )
  if (!reply || reply.already) return false
  const { id, token } = reply.invitation
  if (random.chance(TAKEN_BACK))
    agenda.at(soon(now, 72, random), async (then) => {
      await calls.ask(referrer, 'invitation.revoke', { requestId: newRequestId(), id }, then)
    })
  if (!random.chance(IGNORED))
    agenda.at(soon(now, 40, random), (then) => opened(world, { id, token, candidate, job }, then))
  return true
}

type Invited = { id: string; token: string; candidate: Person; job: Job }

async function opened(world: World, invited: Invited, now: Date): Promise<void> {
  const { calls, random, agenda } = world
  const { id, token, candidate, job } = invited
  const landing = await calls.ask(candidate, 'share.open', { token, visitor: visitorOf(candidate) }, now)
  if (!landing) return
  const fate = random.next()
  if (fate < 0.12) return
  agenda.at(soon(now, 12, random), async (then) => {
    if (fate < 0.24) {
      const erase = random.chance(0.5)
      await calls.ask(candidate, 'invitation.decline', { requestId: newRequestId(), token, erase }, then)
    } else if (await calls.ask(candidate, 'invitation.accept', { requestId: newRequestId(), id }, then)) {
      if (fate > 0.36)
        agenda.at(soon(then, 20, random), (later) =>
          apply(world, { candidate, job, invitationId: id, token: null }, later),
        )
    }
  })
}

/** A colleague's own card is opened by somebody who applies through it. */
async function share(world: World, now: Date): Promise<boolean> {
  const { calls, random, company, agenda } = world
  const referrer = random.pick(company.employees.filter(({ active }) => active))
  const [candidate, job] = [random.pick(company.candidates), random.pick(company.jobs)]
  const wish = { requestId: newRequestId(), channel: 'card' as const, jobId: job.id, name: null, title: null }
  const made = await calls.ask(referrer, 'share.create', wish, now)
  if (!made) return false
  const { token } = made.share
  if (!(await calls.ask(candidate, 'share.open', { token, visitor: visitorOf(candidate) }, now))) return false
  agenda.at(soon(now, 6, random), (then) => apply(world, { candidate, job, invitationId: null, token }, then))
  return true
}

/** 22 letters, as a browser makes them. */
const visitorOf = ({ id }: Person) => id.replaceAll('-', '').slice(-22)

type Applying = Pick<InputOf<CallOf<'application.submit'>>, 'invitationId' | 'token'> & {
  candidate: Person
  job: Job
}

async function apply(
  world: World,
  { candidate, job, invitationId, token }: Applying,
  now: Date,
): Promise<void> {
  const input = {
    requestId: newRequestId(),
    jobId: job.id,
    invitationId,
    token,
    name: '周宁',
    note: null,
    fileId: null,
  }
  const reply = await world.calls.ask(candidate, 'application.submit', input, now)
  if (reply) processing(world, { id: reply.applicationId, candidate, job }, now)
}

/** What colleagues do beside referring: choose channels and quiet hours, read, leave. */
export function liveOn(world: World): void {
  const { company, calls, agenda, random, begin, days } = world
  const everybody = [...company.employees, ...company.recruiters, ...company.candidates]
  for (const who of everybody) {
    if (!random.chance(0.2)) continue
    const [quietFrom, quietTo] = [Math.floor(random.next() * 1440), Math.floor(random.next() * 1440)]
    agenda.at(anyMoment(begin, days, random), async (now) => {
      const wants = {
        wecom: random.chance(0.9),
        subscribe: random.chance(0.9),
        email: random.chance(0.8),
        texts: true,
      }
      const choice = { requestId: newRequestId(), ...wants, weekly: random.chance(0.6), quietFrom, quietTo }
      if (await calls.ask(who, 'notice.save', choice, now))
        world.choosesQuiet(who, { from: quietFrom, to: quietTo })
    })
  }
  for (const who of [...company.employees, ...company.recruiters])
    if (random.chance(0.4)) readsWeekly(world, who)
  for (const who of company.employees)
    if (random.chance(LEAVING)) agenda.at(anyMoment(begin, days, random), () => world.leaves(who))
}

function readsWeekly(world: World, who: Employee): void {
  const { calls, agenda, random, begin, days } = world
  const read = async (now: Date): Promise<void> => {
    const inbox = await calls.ask(who, 'inbox.list', {}, now)
    const [newest] = inbox?.items ?? []
    if (newest)
      await calls.ask(who, 'inbox.read', { requestId: newRequestId(), ids: [], upTo: newest.at }, now)
    const next = soon(now, 24 * 7, random)
    if (next < addDays(begin, days)) agenda.at(next, read)
  }
  agenda.at(anyMoment(begin, POLICY.words.silenceDays, random), read)
}
