import { uuidv7 } from 'uuidv7'
import type { OwnShare } from '@/contract/calls/share'
import { AppError } from '@/contract/errors'
import { POLICY } from '@/domain/policy'
import type { Context } from '../context'
import { defineHandler, LostRace } from '../handler'
import { newReferralCode, newShareToken } from '../secrets'
import { mayRefer, toCaller, type Caller } from '../store/caller'
import { insertShare, loadForCreate, retitle, type CreateFacts, type ShareKey } from '../store/share-create'
import { checkText } from './check-text'
import { fullDay } from './full-day'
import { presentShare } from './present-share'
import { requireCaller } from './require'

/** An employee has one code: for all jobs, without a name. */
const CODE: ShareKey = { channel: 'code', jobId: null, name: null }

export const shareCreate = defineHandler('share.create', {
  async load(input, ctx) {
    const key = input.channel === 'code' ? CODE : input
    const row = await loadForCreate(ctx, { ...keyOf(key), requestId: input.requestId, call: 'share.create' })
    return { caller: toCaller(row.caller, ctx), relations: ['any'], facts: { ...row, key: keyOf(key) } }
  },
  async act({ key, ...facts }, { requestId, title }, ctx, anyCaller) {
    const caller = requireCaller(anyCaller)
    const { standing, answer, job } = facts
    if (standing && (answer || standing.title === title)) {
      return { share: presentShare(standing, ctx), already: answer?.already ?? true }
    }
    refuseIntern(caller)
    if (standing) {
      await checkText(ctx, [title])
      if (!(await retitle(ctx, { id: standing.id, callerId: caller.id, title, requestId })))
        throw new LostRace()
      return { share: presentShare({ ...standing, title }, ctx), already: true }
    }
    if (key.jobId !== null && !job) throw new AppError('not-found', 'There is no such job')
    if (job && !job.takesReferrals) throw new AppError('job-closed')
    refuseFullDay(facts, key, ctx)
    await checkText(ctx, [key.name, title])
    const share = await make(facts, { ...key, title, requestId, renews: false }, ctx, caller)
    return { share, already: false }
  },
})

export const shareRenew = defineHandler('share.renew', {
  async load({ requestId }, ctx) {
    const row = await loadForCreate(ctx, { ...CODE, requestId, call: 'share.renew' })
    return { caller: toCaller(row.caller, ctx), relations: ['any'], facts: row }
  },
  async act(facts, { requestId }, ctx, anyCaller) {
    const caller = requireCaller(anyCaller)
    if (facts.standing && facts.answer) return { share: presentShare(facts.standing, ctx) }
    refuseIntern(caller)
    refuseFullDay(facts, CODE, ctx)
    const wanted = { ...CODE, title: facts.standing?.title ?? null, requestId, renews: true }
    return { share: await make(facts, wanted, ctx, caller) }
  },
})

function keyOf({ channel, jobId, name }: ShareKey): ShareKey {
  return { channel, jobId, name }
}

/** product.md, "Who owns the referral", clause 5. */
function refuseIntern({ employee }: Caller): void {
  if (employee && !mayRefer(employee)) throw new AppError('intern-may-not-refer')
}

function refuseFullDay({ madeToday }: CreateFacts, { channel }: ShareKey, { now }: Context): void {
  if (madeToday >= POLICY.sharesADay[channel]) throw fullDay('shares', now)
}

type Wanted = ShareKey & { title: string | null; requestId: string; renews: boolean }

async function make({ job }: CreateFacts, wanted: Wanted, ctx: Context, caller: Caller): Promise<OwnShare> {
  const { channel, name, title } = wanted
  const id = uuidv7()
  const token = newShareToken()
  const code = channel === 'code' ? newReferralCode() : null
  const dailyLimit = POLICY.sharesADay[channel]
  // Not written: others have filled the day since it was counted, which the next round sees.
  if (!(await insertShare(ctx, { ...wanted, id, referrerId: caller.id, token, code, dailyLimit })))
    throw new LostRace()
  const createdAt = ctx.now.toISOString()
  return presentShare({ id, channel, name, title, job, token, code, createdAt }, ctx)
}
