import type { InvitationStatus } from '@/domain/invitation'

/** Rows as the tables hold them; `jsonb_populate_recordset` reads them by column name. Dates travel as ISO strings. */
export type Row = Record<string, unknown>

/** In the order in which they refer to each other. */
export type DemoRows = {
  employee: Row[]
  person: Row[]
  job: Row[]
  share: Row[]
  touch: Row[]
  visitor_proof: Row[]
  share_report: Row[]
  invitation: Row[]
  file: Row[]
  application: Row[]
  stage_event: Row[]
  stage_text: Row[]
  nudge: Row[]
  stage_pause: Row[]
  message: Row[]
  text_opt_out: Row[]
  subscribe_credit: Row[]
}

/** A candidate's file as it goes through the door before its row is written. */
export type DemoFile = { storedAs: string; bytes: Buffer }

/** How an invitation of the story stands in the table. */
export type Standing = { status: InvitationStatus; keepsNumber: boolean; changedAt: Date }
