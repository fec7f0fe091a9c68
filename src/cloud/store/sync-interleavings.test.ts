import fc from 'fast-check'
import { Client } from 'pg'
import { openCompany, type Company, type Somebody } from '@/testing/company'
import { syncProgress } from './sync'

const INTERLEAVINGS = 10_000
/** Beside one another: the open transactions of each run through the snapshots of all the others. */
const LANES = 4
const WRITERS = 3
const READERS = 2

let company: Company
const writers: Client[] = []

beforeAll(async () => {
  company = await openCompany()
  for (let n = 0; n < LANES * WRITERS; n++) {
    const client = new Client({ connectionString: company.url })
    await client.connect()
    writers.push(client)
  }
})
afterAll(async () => {
  await Promise.all(writers.map((writer) => writer.end()))
  await company.close()
})

type Step =
  | { do: 'insert' | 'insert-and-take-back' | 'commit' | 'rollback'; writer: number }
  | { do: 'sync'; reader: number }

const writer = fc.nat(WRITERS - 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('insert' as const), writer }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('insert-and-take-back' as const), writer }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('commit' as const), writer }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rollback' as const), writer }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sync' as const), reader: fc.nat(READERS - 1) }) },
)

it(`tells each committed change exactly once, in ${INTERLEAVINGS} random interleavings of open transactions`, async () => {
  const lanes = Array.from({ length: LANES }, async (_, lane) => {
    const run = await openLane(await company.person(), writers.slice(lane * WRITERS, (lane + 1) * WRITERS))
    const property = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), run)
    await fc.assert(property, { numRuns: INTERLEAVINGS / LANES, seed: lane + 1 })
  })
  await Promise.all(lanes)
}, 240_000)

/** Gives what runs one interleaving after the other for one person, whose readers follow their cursors through all of them. */
async function openLane(person: Somebody, clients: Client[]) {
  const ctx = company.context(person)
  let made = 0
  const first = await syncProgress(ctx, null)
  const readers = Array.from({ length: READERS }, () => ({
    cursor: first.cursor,
    missing: new Set<string>(),
  }))

  const sync = async (reader: (typeof readers)[number]) => {
    const { cursor, changed, reset } = await syncProgress(ctx, reader.cursor)
    // All that was committed before it was asked, nothing else, and nothing twice.
    expect({ reset, told: changed.map(({ id }) => id).sort() }).toEqual({
      reset: false,
      told: [...reader.missing].sort(),
    })
    reader.cursor = cursor
    reader.missing.clear()
  }

  return async (steps: Step[]) => {
    const open = clients.map((client) => ({ client, begun: false, ids: [] as string[] }))
    const end = async (writer: (typeof open)[number], how: 'commit' | 'rollback') => {
      if (!writer.begun) return
      await writer.client.query(how)
      if (how === 'commit') for (const { missing } of readers) writer.ids.forEach((id) => missing.add(id))
      Object.assign(writer, { begun: false, ids: [] })
    }
    for (const each of steps) {
      if (each.do === 'sync') {
        await sync(itemOf(readers, each.reader))
        continue
      }
      const writer = itemOf(open, each.writer)
      if (each.do === 'commit' || each.do === 'rollback') {
        await end(writer, each.do)
        continue
      }
      const id = `00000000-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`
      const begin = writer.begun ? '' : 'begin;'
      const insert = `insert into change (person_id, kind, subject_id, at) values ('${person.id}', 'application', '${id}', now())`
      writer.begun = true
      if (each.do === 'insert') {
        await writer.client.query(`${begin}${insert}`)
        writer.ids.push(id)
      } else await writer.client.query(`${begin}savepoint here;${insert};rollback to here`)
    }
    for (const writer of open) await end(writer, 'commit')
    for (const reader of readers) await sync(reader)
  }
}

function itemOf<T>(items: readonly T[], at: number): T {
  const item = items[at]
  if (item === undefined) throw new Error(`There is no number ${at}`)
  return item
}
