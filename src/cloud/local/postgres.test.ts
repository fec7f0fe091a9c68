import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { removePostgres, startPostgres } from './postgres'

jest.setTimeout(60_000)

let parent: string
let dataDir: string

// One server for most of the tests: each leaves it in a state from which the next can start it.
beforeAll(() => {
  parent = mkdtempSync(path.join(os.tmpdir(), 'bole-postgres-'))
  dataDir = path.join(parent, 'data')
})

afterAll(async () => {
  await removePostgres({ dataDir })
  await rm(parent, { recursive: true })
})

const start = (durable = false) => startPostgres({ dataDir, durable })
const stopped = async () => (await start()).stop()
const folderOfData = (dir = dataDir) =>
  (JSON.parse(readFileSync(path.join(dir, 'server.json'), 'utf8')) as { folder: string }).folder
const inData = (name: string) => path.join(folderOfData(), 'pgdata', name)

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

const children: ChildProcess[] = []

afterEach(() => Promise.all(children.splice(0).map(kill)))

/** A process of its own that starts the server, says so and then waits to be killed. */
async function startElsewhere(dir = dataDir): Promise<ChildProcess> {
  const file = path.join(parent, `starter-${randomUUID()}.ts`)
  writeFileSync(
    file,
    `import { startPostgres } from ${JSON.stringify(path.join(__dirname, 'postgres'))}
     void startPostgres({ dataDir: ${JSON.stringify(dir)}, durable: false })
       .then(({ url }) => { console.log(url); setInterval(() => undefined, 1000) })`,
  )
  const args = ['--import', require.resolve('tsx'), file]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('The starting process ended.'))),
  ])
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

describe('startPostgres', () => {
  it('starts an empty server, and again with the same data, port and password', async () => {
    const first = await start()
    expect(first.reused).toBe(false)
    await query(first.url, 'create table kept as select 7 as value')
    await first.stop()

    const second = await start()
    expect(second.reused).toBe(false)
    expect(second.url).toBe(first.url)
    expect(await query(second.url, 'select value from kept')).toEqual([{ value: 7 }])
  })

  it('finds the server that a killed process left running', async () => {
    await stopped()
    const other = await startElsewhere()
    await kill(other)

    const again = await start()
    expect(again.reused).toBe(true)
    expect(await query(again.url, 'select value from kept')).toEqual([{ value: 7 }])
  })

  it('starts one server when two processes ask at the same moment', async () => {
    const dir = path.join(parent, 'contested')
    try {
      await Promise.all([startElsewhere(dir), startElsewhere(dir)])
      expect((await startPostgres({ dataDir: dir })).reused).toBe(true)
    } finally {
      await removePostgres({ dataDir: dir })
    }
  })

  it('gives every one of four callers at once the same server', async () => {
    await stopped()
    const all = await Promise.all([start(), start(), start(), start()])
    expect(new Set(all.map(({ url }) => url)).size).toBe(1)
    for (const { url } of all) expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it.each([
    ['no process has', () => 2 ** 22 - 1],
    ['another program has by now', () => process.pid],
  ])('starts over a stale pid file whose number %s', async (_whose, pid) => {
    const first = await start()
    const left = readFileSync(inData('postmaster.pid'), 'utf8')
    await first.stop()
    writeFileSync(inData('postmaster.pid'), left.replace(/^\d+/, String(pid())))

    expect((await start()).reused).toBe(false)
  })

  it('loses nothing that was committed when the server itself is killed', async () => {
    await stopped()
    const first = await start(true)
    await query(first.url, 'create table committed as select 9 as value')
    process.kill(parseInt(readFileSync(inData('postmaster.pid'), 'utf8')), 'SIGKILL')
    while ((await query(first.url, 'select 1').catch(() => [])).length > 0) await wait(20)

    const second = await start(true)
    expect(await query(second.url, 'select value from committed')).toEqual([{ value: 9 }])
  })

  it('listens on 127.0.0.1 only, wants the password and keeps it to its owner', async () => {
    const { url } = await start()
    expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    const wrong = new URL(url)
    wrong.password = 'guess'
    await expect(query(wrong.toString(), 'select 1')).rejects.toMatchObject({ code: '28P01' })
    expect(statSync(path.join(dataDir, 'server.json')).mode & 0o077).toBe(0)
  })

  it('keeps what a failed statement says out of its log', async () => {
    const { url } = await start()
    await query(url, 'create table person (phone text unique)')
    await query(url, "insert into person values ('13800001234')")
    await expect(query(url, "insert into person values ('13800001234')")).rejects.toMatchObject({
      code: '23505',
    })
    await expect(query(url, "select '13800001234'::uuid")).rejects.toMatchObject({ code: '22P02' })
    expect(readFileSync(path.join(folderOfData(), 'log'), 'utf8')).not.toContain('1380000')
  })

  it('says what to do when the data are of another version', async () => {
    await stopped()
    writeFileSync(inData('PG_VERSION'), '12\n')
    await expect(start()).rejects.toThrow(/PostgreSQL 12.*npm run reset/)
    writeFileSync(inData('PG_VERSION'), '17\n')
  })
})

describe('removePostgres', () => {
  it('stops the server, removes its data and leaves what others put beside them', async () => {
    const dir = path.join(parent, 'removed')
    const { url } = await startPostgres({ dataDir: dir, durable: false })
    const folder = folderOfData(dir)
    writeFileSync(path.join(dir, 'mine.txt'), '')
    await removePostgres({ dataDir: dir })

    await expect(query(url, 'select 1')).rejects.toThrow()
    expect(readdirSync(dir)).toEqual(['mine.txt'])
    expect(existsSync(path.join(folder, 'pgdata'))).toBe(false)
  })

  it('does nothing where no server ever was', async () => {
    await expect(removePostgres({ dataDir: path.join(parent, 'never') })).resolves.toBeUndefined()
  })
})
