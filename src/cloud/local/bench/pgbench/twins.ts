import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Sql } from 'sql-template-tag'
import type { Service } from '@/cloud/context'
import { sessionKey } from '@/cloud/secrets'
import type { CallName } from '@/contract/calls'
import { POLICY } from '@/domain/policy'
import { parsePhone } from '@/domain/phone'
import type { Cleanup } from '../cleanup'
import { idOf, idSql } from '../ground/ids'
import type { Ground } from '../ground/open-ground'
import { OWN_CHANNELS, POPULATION, tokenOf } from '../ground/population'
import { FIRST_PGBENCH_SENDER, SENDERS_EACH } from '../ground/senders'
import type { Asking, Operation } from '../load/operations'
import { recordCall, type Recording } from './record-call'
import { runPgbench } from './run-pgbench'
import { toScript } from './script'

/** An operation as pgbench does it: the same statements with the same number of round trips, nothing around them. */
export type Twin = {
  statements: readonly Sql[]
  /** The value in them that has to be another one in each call, for a write that would else happen once. */
  anew: string | null
  run(options: { clients: number; seconds: number }): Promise<number>
}

/** How pgbench says which row a transaction is about, and which recorded value stands for what. */
type Wording = {
  prelude: readonly string[]
  varying(asking: Asking, recording: Recording, ground: Ground): [value: string, expression: string][]
  anew?(asking: Asking, ground: Ground): string
}

const { applications, jobs } = POPULATION
const reader = '\\set reader :client_id + 1'
/** New in each transaction of all runs, and growing as our ids grow. */
const counter = ['\\set i :i + 1', '\\set n :run * 1000000000 + :i * 64 + :client_id']

const WORDINGS: Partial<Record<Operation['call'], Wording>> = {
  'progress.list': {
    prelude: [reader],
    varying: (asking) => [[session(asking), ':reader']],
  },
  'progress.get': {
    prelude: [reader, `\\set application :client_id * ${applications} + random(1, ${applications})`],
    varying: (asking) => [
      [session(asking), ':reader'],
      [textOf(asking.input, 'id'), idSql('application', ':application')],
    ],
  },
  'share.open': {
    prelude: [
      ...counter,
      '\\set visitor hash_fnv1a(:n)',
      `\\set poster :client_id * ${OWN_CHANNELS.length} + 1`,
    ],
    varying: (asking, _recording, { service }) => [
      [textOf(asking.input, 'token'), `('own-' || :poster::text)`],
      [visitorHash(asking, service), ':visitor'],
    ],
    anew: (asking, { service }) => visitorHash(asking, service),
  },
  'invitation.send': {
    prelude: [
      ...counter,
      `\\set sender ${FIRST_PGBENCH_SENDER} + mod(:used + (:i - 1) / ${POLICY.numbersADay} * :clients + :client_id, ${SENDERS_EACH})`,
      `\\set job mod(:n, ${jobs}) + 1`,
      '\\set phone hash_murmur2(:n)',
      '\\set token hash_fnv1a(:n)',
    ],
    varying: (asking, recording, { service }) => {
      const phone = parsePhone(textOf(asking.input, 'phone'))
      if (!phone) throw new Error('The recorded call was about no number')
      return [
        [session(asking), ':sender'],
        [idOf('person', personOf(asking)), idSql('person', ':sender')],
        [textOf(asking.input, 'jobId'), idSql('job', ':job')],
        [textOf(asking.input, 'requestId'), ':n'],
        [service.secrets.phoneHash(phone), ':phone'],
        [textOf(recording.answer, 'invitation', 'token'), ':token'],
      ]
    },
  },
}

function personOf({ person }: Asking): number {
  if (person === null) throw new Error('The recorded call was a visitor’s')
  return person
}

function session(asking: Asking): string {
  return sessionKey(tokenOf(personOf(asking)))
}

function visitorHash({ input }: Asking, { secrets }: Service): string {
  return secrets.visitorHash('web', textOf(input, 'visitor'))
}

/** Of all twins: what a run leaves in the database must not be met again by a later one. */
let runs = 0
const sendersUsed = new Map<CallName, number>()

/** Makes the call once, writes the script of what it ran, and gives the means to run that. */
export async function makeTwin(
  program: string,
  operation: Operation,
  ground: Ground,
  cleanup: Cleanup,
): Promise<Twin> {
  const wording = WORDINGS[operation.call]
  if (!wording) throw new Error(`Nobody has said how pgbench does ${operation.call}`)
  const asking = operation.client(0)()
  const recording = await recordCall(ground.service, operation.call, asking)
  const varying = new Map(wording.varying(asking, recording, ground))
  const script = toScript(recording.statements, { prelude: wording.prelude, varying })
  const file = path.join(ground.folder, `${operation.call}.sql`)
  writeFileSync(file, script.text)

  return {
    statements: recording.statements,
    anew: wording.anew?.(asking, ground) ?? null,
    async run({ clients, seconds }) {
      const used = sendersUsed.get(operation.call) ?? 0
      const counters = { i: '0', run: String(++runs), used: String(used), clients: String(clients) }
      const { perSecond, transactions } = await runPgbench({
        ...{ program, file, clients, seconds, cleanup },
        databaseUrl: ground.parts.databaseUrl,
        constants: { ...script.constants, ...counters },
      })
      sendersUsed.set(operation.call, used + Math.ceil(transactions / POLICY.numbersADay) + clients)
      return perSecond
    },
  }
}

/** A text inside an input or an answer. */
function textOf(value: unknown, ...names: string[]): string {
  let found: unknown = value
  for (const name of names) {
    found = typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[name] : undefined
  }
  if (typeof found !== 'string') throw new Error(`There is no text ${names.join('.')}`)
  return found
}
