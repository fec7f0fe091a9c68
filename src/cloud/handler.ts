import type { InputOf, OutputOf } from '@/contract/call'
import type { CallName, CallOf } from '@/contract/calls'
import type { RelationToRecord } from '@/contract/permissions'
import type { Caller } from './store/caller'
import type { Context } from './context'

/**
 * What `load` found, in one round trip: who calls, what they are to the record, the first answer to this request id if
 * there was one, and the facts that `act` decides on.
 */
export type Loaded<Facts, Out> = {
  caller: Caller | null
  relations: readonly RelationToRecord[]
  answered?: Out | null
  facts: Facts
}

/**
 * One call. It is cut in two so that permission is checked in one place between the halves: `load` reads, `act` only
 * runs when the permission table lets the caller through. When `act` loses a race (a unique key, a compare-and-set)
 * both halves run again on what the winner left.
 */
export type Handler<Name extends CallName, Facts> = {
  load(input: InputOf<CallOf<Name>>, ctx: Context): Promise<Loaded<Facts, OutputOf<CallOf<Name>>>>
  act(
    facts: Facts,
    input: InputOf<CallOf<Name>>,
    ctx: Context,
    caller: Caller | null,
  ): OutputOf<CallOf<Name>> | Promise<OutputOf<CallOf<Name>>>
}

/** Thrown by `act` when the row it meant to change was changed first. */
export class LostRace extends Error {}

/** A handler as the dispatcher sees it: what it loads stays its own affair. `input` has been parsed. */
export type Served<Name extends CallName> = {
  readonly name: Name
  run(input: unknown, ctx: Context, permit: Permit): Promise<unknown>
}

/** Throws when the permission table does not let the caller through. */
export type Permit = (caller: Caller | null, relations: readonly RelationToRecord[]) => void

/** Joins the halves of a handler with the permission check between them. */
export function defineHandler<Name extends CallName, Facts>(
  name: Name,
  handler: Handler<Name, Facts>,
): Served<Name> {
  return {
    name,
    async run(input, ctx, permit) {
      const parsed = input as InputOf<CallOf<Name>>
      const { caller, relations, answered, facts } = await handler.load(parsed, ctx)
      permit(caller, relations)
      return answered ?? handler.act(facts, parsed, ctx, caller)
    },
  }
}
