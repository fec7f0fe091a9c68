import type { Sql } from 'sql-template-tag'
import type { Doors } from '../../../doors'
import type { Database } from '../../../store/database'
import { postDoors } from './doors'
import type { Post } from './post'

/** Where an instance dies: at a statement with these words, or at a hand-over; before it, or when it is done. */
export type Death = { at: string | 'hand-over'; when: 'before' | 'after' }

/** Every place at which it matters. */
export const DEATHS: readonly Death[] = [
  'update outbox set attempts',
  'insert into text_quota',
  'update outbox o set state',
  'insert into digest_item',
  'word_at <=',
  'set lapsed_at',
  'forgotten as',
  'delete from answer',
  'hand-over',
].flatMap((at) => [{ at, when: 'before' } as const, { at, when: 'after' } as const])

/** Every run comes there. */
export const SURE_DEATH: Death = { at: 'update outbox set attempts', when: 'after' }

/** An instance that may die in the middle of a run: from then on it reaches nothing and nobody. */
export type Mortal = {
  db: Database
  doors: Doors
  readonly dead: boolean
  readonly dying: boolean
  /** It dies when it comes there, today or tomorrow. */
  awaits(death: Death | null): void
  /** The platform starts another one in its place. */
  revive(): void
}

export function mortal(real: Database, post: Post): Mortal {
  let dead = false
  let death: Death | null = null

  const step = async <Answer>(what: string, take: () => Promise<Answer>): Promise<Answer> => {
    if (dead) throw new Error('Dead')
    const here = death !== null && (death.at === what || what.includes(death.at)) ? death : null
    if (here?.when === 'before') die()
    const answer = await take()
    if (dead) throw new Error('Dead')
    if (here) die()
    return answer
  }
  const die = (): never => {
    dead = true
    death = null
    throw new Error('Dead')
  }

  return {
    db: {
      ...real,
      rows: <Row extends object>(statement: Sql) => step(statement.text, () => real.rows<Row>(statement)),
      one: <Row extends object>(statement: Sql) => step(statement.text, () => real.one<Row>(statement)),
    },
    doors: postDoors((parcel) => step('hand-over', async () => post.give(parcel))),
    get dead() {
      return dead
    },
    get dying() {
      return death !== null
    },
    awaits: (next) => {
      death = next
    },
    revive: () => {
      dead = false
    },
  }
}
