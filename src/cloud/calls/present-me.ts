import type { Me } from '@/contract/calls/me'
import { maskPhone, type Phone } from '@/domain/phone'
import type { Context } from '../context'
import { openTemplates } from '../delivery/settings'
import { mayRefer, toCaller, VISITOR } from '../store/caller'
import type { MeRow } from '../store/session'

export function presentMe(row: MeRow, ctx: Context): Me {
  const caller = toCaller(row.caller, ctx)
  return {
    id: caller?.id ?? null,
    roles: [...(caller?.roles ?? VISITOR)],
    maskedPhone: caller ? maskPhone(ctx.secrets.decrypt(caller.phoneEnc) as Phone) : null,
    employee: caller?.employee
      ? {
          name: caller.employee.name,
          department: caller.employee.department,
          mayRefer: mayRefer(caller.employee),
        }
      : null,
    company: ctx.config.company,
    invitationsWaiting: row.waiting,
    unread: row.unread,
    templates: presentTemplates(row, ctx),
  }
}

/** Only those that WeChat takes: it asks for all of a tap or, with one that it does not know, for none. */
function presentTemplates({ always, refusals }: MeRow, { config, now }: Context): Me['templates'] {
  return [...openTemplates(config, refusals ?? {}, now)].flatMap((key) => {
    const setting = config.templates.get(key)
    return setting ? [{ key, id: setting.id, always: always?.[key] ?? null }] : []
  })
}
