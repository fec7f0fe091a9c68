import type { Me } from '@/contract/calls/me'
import { maskPhone, type Phone } from '@/domain/phone'
import type { Context } from '../context'
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
  }
}
