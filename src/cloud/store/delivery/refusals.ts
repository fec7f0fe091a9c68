import sql, { type Sql } from 'sql-template-tag'
import type { Template } from '@/domain/notices/event'
import type { TextKind } from '../../doors/sms/face'

/** What a provider refused as it is configured: `setting` tells as what, `reason` is the provider's code. */
export type Refusals = Partial<Record<Template | TextKind, { setting: string; reason: string }>>

/** `Refusals` as a column; null while there are none. */
export const REFUSALS: Sql = sql`(
  select jsonb_object_agg(what, jsonb_build_object('setting', setting, 'reason', reason)) from refusal)`
