import { tokenFromParams } from '@/domain/entry'
import type { ParamsOf } from '@/services/navigate'

/** The share's token. A damaged one goes on to the cloud as it is, which answers with the page for it. */
export function tokenOf(params: Partial<ParamsOf['invitation']>): string {
  return tokenFromParams(params) ?? params.token ?? params.t ?? params.scene ?? ''
}
