import sql from 'sql-template-tag'
import type { Phone } from '@/domain/phone'
import { rowsOf } from '../web/support/database'
import { rootOf } from './built'
import { openCloud, type Cloud } from './cloud'
import { startMiniProgram, type MiniProgram } from './simulator'
import { until } from './until'
import { overCloud } from './wx-cloud'

/** As WeChat knows the templates of the company. */
export const PROGRESS = 'tpl-progress-id'
export const ANSWER = 'tpl-answer-id'
export const TEMPLATES = {
  progress: { id: PROGRESS, fields: { job: 'thing1', stage: 'phrase2', time: 'time3', note: 'thing4' } },
  answer: { id: ANSWER, fields: { who: 'name1', job: 'thing2', note: 'thing3' } },
}

/** What the database has counted for one template. */
export type Entry = { credits: number; always: 'accept' | 'reject' | null }

export type SubscribeStage = {
  cloud: Cloud
  /** A phone in the hand of somebody whose number is known, and who may be told at any hour. */
  phone: (openid: string, number: Phone) => Promise<MiniProgram>
  /** The ledger in the database, by template. */
  ledgerOf: (openid: string) => Promise<Record<string, Entry>>
  /** Taps, and waits until the cloud has counted what was answered. */
  counted: (tap: () => Promise<void>) => Promise<void>
  /** Comes back when nothing is on its way any more: the timer and the calls themselves both send. */
  delivered: () => Promise<void>
  /** The templates of what WeChat let through or not, in order. */
  sentTo: (openid: string) => unknown[]
  close: () => Promise<void>
}

/** A company with templates, and a WeChat that lets through what was accepted and no more. */
export async function openSubscribeStage(): Promise<SubscribeStage> {
  const cloud = await openCloud({ BOLE_TEMPLATES: JSON.stringify(TEMPLATES) })
  const phones = new Map<string, MiniProgram>()
  cloud.answer('subscribeMessage.send', ({ touser, template_id: template }) => {
    const credits = phones.get(String(touser))?.device.subscriptions.credits
    const left = credits?.get(String(template)) ?? 0
    if (left === 0) return { json: { errcode: 43101, errmsg: 'user refuse to accept the msg' } }
    credits?.set(String(template), left - 1)
    return { json: { errcode: 0, errmsg: 'ok' } }
  })
  const reports = () => cloud.output().match(/"call":"notice\.subscribed","code":"ok"/g)?.length ?? 0

  return {
    cloud,
    phone: async (openid, number) => {
      const ask = cloud.askAs(openid)
      await ask('me.bindPhone', { requestId: `bind-${openid}`, code: cloud.phoneCode(openid, number) })
      const { open: _, credits: __, ...choices } = await ask('notice.get', {})
      await ask('notice.save', { requestId: `save-${openid}`, ...choices, quietFrom: 0, quietTo: 0 })
      const phone = startMiniProgram({ root: rootOf('weapp'), road: overCloud(cloud, openid) })
      phones.set(openid, phone)
      return phone
    },
    ledgerOf: async (openid) => {
      const rows = await rowsOf<Entry & { template: string }>(
        cloud,
        sql`select c.template, c.credits, c.always from subscribe_credit c join person p on p.id = c.person_id
          where p.openid = ${openid} order by c.template`,
      )
      return Object.fromEntries(rows.map(({ template, ...entry }) => [template, entry]))
    },
    counted: async (tap) => {
      const before = reports()
      await tap()
      await until('The answer did not reach the cloud', () => reports() > before, cloud.output)
    },
    delivered: async () => {
      await cloud.tick()
      const waiting = () => rowsOf(cloud, sql`select id from outbox where state = 'waiting'`)
      await until('Something stayed on its way', async () => (await waiting()).length === 0, cloud.output)
    },
    sentTo: (openid) =>
      cloud.asked.flatMap(({ apiName, data }) =>
        apiName === 'subscribeMessage.send' && data.touser === openid ? [data.template_id] : [],
      ),
    close: async () => {
      for (const phone of phones.values()) phone.quit()
      await cloud.close()
    },
  }
}
