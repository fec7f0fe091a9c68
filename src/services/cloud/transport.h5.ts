import type { Transport } from './face'
import { http } from './http'

export const transport: Transport = http
