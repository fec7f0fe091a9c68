import { uuidv7 } from 'uuidv7'
import { AppError } from '@/contract/errors'
import { defineHandler, LostRace } from '../handler'
import { wechatKey } from '../secrets'
import { toCaller } from '../store/caller'
import { erasePerson, loadForErasure } from '../store/erasure'
import { bindWechat, loadMe } from '../store/session'
import { visitorOf } from '../visitor'
import { requireCaller } from './require'
import { presentMe } from './present-me'

export const meGet = defineHandler('me.get', {
  async load(_input, ctx) {
    const row = await loadMe(ctx)
    return { caller: toCaller(row.caller, ctx), relations: ['any'], facts: row }
  },
  act: (row, _input, ctx) => presentMe(row, ctx),
})

export const meBindPhone = defineHandler('me.bindPhone', {
  async load({ requestId }, ctx) {
    const row = await loadMe(ctx, requestId)
    return { caller: toCaller(row.caller, ctx), relations: ['any'], facts: row }
  },
  async act(row, { requestId, code }, ctx) {
    const { openid } = ctx
    if (!openid) throw new AppError('forbidden', 'Only inside WeChat')
    if (row.bound) return presentMe(row, ctx)
    const phone = await ctx.doors.wechat.phoneNumber({ code, openid })
    await bindWechat(ctx, {
      newPersonId: uuidv7(),
      phoneHash: ctx.secrets.phoneHash(phone),
      phoneEnc: ctx.secrets.encrypt(phone),
      openid,
      loginKey: wechatKey(openid),
      requestId,
      visitor: visitorOf(ctx, null),
    })
    return presentMe(await loadMe(ctx), ctx)
  },
})

export const meErase = defineHandler('me.erase', {
  async load(_input, ctx) {
    const row = await loadForErasure(ctx)
    return { caller: toCaller(row.caller, ctx), relations: ['any'], facts: row }
  },
  async act({ files, active, applications: known }, _input, ctx, caller) {
    const { id, employee } = requireCaller(caller)
    // Files first: if we stop here, the rows still say what is left to remove, and the next try goes on.
    await ctx.doors.files.remove(files)
    const applications = await erasePerson(ctx, {
      personId: id,
      keepPerson: employee !== null,
      applications: known ?? 0,
      eventIds: active.map((applicationId) => ({ applicationId, eventId: uuidv7() })),
    })
    if (applications === null) throw new LostRace()
    return { applications, files: files.length }
  },
})
