import sql, { type Sql } from 'sql-template-tag'
import type { Template } from '@/domain/notices/event'
import type { TextKind } from '../../doors/sms/face'
import { iso } from '../invitation'

/** What a provider refused: `setting` tells as what, `reason` is the provider's code, `at` when it did last. */
export type Refusal = { setting: string; reason: string; at: string }

/** Each stands until one is taken again. */
export type Refusals = Partial<Record<Template | TextKind, Refusal>>

/** `Refusals` as a column; null while there are none. */
export const REFUSALS: Sql = sql`(
  select jsonb_object_agg(what, jsonb_build_object('setting', setting, 'reason', reason, 'at', ${iso(sql`at`)})) from refusal)`
