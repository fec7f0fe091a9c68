import type { CallName } from '@/contract/calls'
import {
  freshPhone,
  requestId,
  send,
  type Colleague,
  type Company,
  type Sent,
  type Somebody,
} from '@/testing/company'
import { freshVisitor } from '@/testing/opening'

export type Asking = { who: Somebody | null; call: CallName; input: object }

/** Makes people and things of its own each time, and says what is asked next. */
export type Scene = (company: Company) => Promise<Asking>

/** Every call of the main way that writes, where it has most to write. */
export const SCENES: Record<string, Scene> = {
  'invitation.check': async (company) =>
    ask(await company.colleague(), 'invitation.check', { phone: freshPhone() }),
  'invitation.send': async (company) => {
    const { referrer, candidate, jobId } = await people(company)
    return ask(referrer, 'invitation.send', send(candidate.phone, jobId))
  },
  'invitation.accept': async (company) => {
    const { candidate, invitation } = await invited(company)
    return ask(candidate, 'invitation.accept', { ...once(), id: invitation.id })
  },
  'share.open of an invitation, by somebody whom the browser has not known': async (company) => {
    const { referrer, candidate, invitation } = await invited(company)
    const visitor = freshVisitor()
    const poster = await shareOf(company, referrer, 'poster')
    await company.must(null, 'share.open', { token: poster.token, visitor })
    return ask(candidate, 'share.open', { token: invitation.token, visitor, scene: 1007 })
  },
  'share.create': async (company) =>
    ask(await company.colleague(), 'share.create', { ...once(), ...POSTER, title: null }),
  'share.create of a new title': async (company) => {
    const referrer = await company.colleague()
    await shareOf(company, referrer, 'poster')
    return ask(referrer, 'share.create', { ...once(), ...POSTER, title: '来和我做同事' })
  },
  'share.renew': async (company) => {
    const referrer = await company.colleague()
    await shareOf(company, referrer, 'code')
    return ask(referrer, 'share.renew', once())
  },
  'application.submit': async (company) => {
    const { referrer, candidate, jobId, invitation } = await invited(company)
    await company.must(candidate, 'invitation.accept', { ...once(), id: invitation.id })
    const { token } = await shareOf(company, referrer, 'poster')
    const form = { name: '周宁', note: '期待聊聊', fileId: null }
    return ask(candidate, 'application.submit', {
      ...{ ...once(), jobId, invitationId: invitation.id, token },
      ...form,
    })
  },
  'application.claimSource': async (company) => {
    const { candidate, id } = await applied(company)
    return ask(candidate, 'application.claimSource', { ...once(), id, words: '是王磊告诉我的' })
  },
  'application.ruleSource': async (company) => {
    const { candidate, recruiter, id } = await applied(company)
    await company.must(candidate, 'application.claimSource', { ...once(), id, words: '是王磊告诉我的' })
    const { employeeId } = await company.colleague({ name: '王磊' })
    const owner = { kind: 'employee' as const, employeeId }
    return ask(recruiter, 'application.ruleSource', { ...once(), id, owner, reason: '双方都确认' })
  },
  'application.transfer': async (company) => {
    const { recruiter, id } = await applied(company)
    const jobId = await company.job({ recruiter })
    return ask(recruiter, 'application.transfer', { ...once(), id, version: 1, jobId, ...TEXTS })
  },
  'stage.move': async (company) => {
    const { recruiter, id } = await applied(company)
    const step = { version: 1, to: 'screening' as const, internalNote: '可以', ...TEXTS }
    return ask(recruiter, 'stage.move', { ...once(), id, ...step })
  },
  'referral.object': async (company) => {
    const { referrer, id } = await applied(company)
    return ask(referrer, 'referral.object', { ...once(), kind: 'application', id, words: '请再看看' })
  },
}

const POSTER = { channel: 'poster' as const, jobId: null, name: '朋友圈' }
const CODE = { channel: 'code' as const, jobId: null, name: null }
const TEXTS = { candidateText: '请稍等。', referrerText: '有了进展。', reason: '更合适' }
const once = () => ({ requestId: requestId() })

function ask<Name extends CallName>(who: Somebody, call: Name, input: Sent<Name> & object): Asking {
  return { who, call, input }
}

async function shareOf(company: Company, who: Colleague, channel: 'poster' | 'code') {
  const kind = channel === 'poster' ? POSTER : CODE
  return (await company.must(who, 'share.create', { ...once(), ...kind, title: null })).share
}

async function people(company: Company) {
  const referrer = await company.colleague()
  const recruiter = await company.colleague({ role: 'recruiter', name: '陈思' })
  return { referrer, recruiter, candidate: await company.person(), jobId: await company.job({ recruiter }) }
}

async function invited(company: Company) {
  const scene = await people(company)
  const { referrer, candidate, jobId } = scene
  return { ...scene, ...(await company.must(referrer, 'invitation.send', send(candidate.phone, jobId))) }
}

async function applied(company: Company) {
  const scene = await people(company)
  return { ...scene, id: await company.application(scene.referrer, scene.candidate, scene.jobId) }
}
