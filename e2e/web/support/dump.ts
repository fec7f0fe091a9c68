import { people } from '@/cloud/local/demo/people'
import type { LocalServer } from '../../local-server'
import { readTables } from './database'

/** Demo candidates have numbers with this beginning, whoever they are. */
const DEMO_CANDIDATE = /1370013\d{4}/

/**
 * Looks for each number used here or in the demo data, with and without +86 and also grouped, in every table and log;
 * and for the names of these people in the logs.
 */
export async function expectNobodyIn(
  server: LocalServer,
  used: readonly { phone: string; name: string }[],
): Promise<void> {
  const logs = server.output() + (await server.databaseLog())
  const texts = { tables: await readTables(server), logs }
  const phones = [...used, ...people].map(({ phone }) => phone.replace('+86', ''))
  for (const [where, text] of Object.entries(texts)) {
    const bare = text.replace(/(\d)[\s-](?=\d)/g, '$1')
    const found = phones.filter((phone) => text.includes(phone) || bare.includes(phone))
    expect([where, found]).toEqual([where, []])
    expect([where, DEMO_CANDIDATE.exec(text)?.[0]]).toEqual([where, undefined])
  }
  expect(used.filter(({ name }) => logs.includes(name))).toEqual([])
}
