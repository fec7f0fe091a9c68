import type { Transport } from './face'
import { http } from './http'
import { wechat } from './wechat'

/** A constant at compile time: the road not taken does not reach the bundle. */
export const transport: Transport = BOLE_SERVER === '' ? wechat : http
