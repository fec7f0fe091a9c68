import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { link, rm, writeFile } from 'node:fs/promises'
import * as v from 'valibot'

const key = v.pipe(
  v.string(),
  v.check((text) => Buffer.from(text, 'base64').length === 32),
)
const schema = v.object({ encryption: key, hash: key, links: key })

/** Keys of a developer's machine, 32 bytes in base64 each: for numbers (two), and for links to files. */
export type LocalKeys = v.InferOutput<typeof schema>

/** The keys in this file, made at first use and readable by their owner only. */
export async function openKeys(file: string): Promise<LocalKeys> {
  return read(file) ?? (await make(file))
}

function read(file: string): LocalKeys | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text)
  if (!parsed.success)
    throw new Error(`${file} is damaged. "npm run reset" begins anew, without the old data.`)
  return parsed.output
}

async function make(file: string): Promise<LocalKeys> {
  const fresh = () => randomBytes(32).toString('base64')
  const draft = `${file}.${process.pid}`
  const keys: LocalKeys = { encryption: fresh(), hash: fresh(), links: fresh() }
  await writeFile(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
  // A hard link, unlike a rename, fails when another process was first: then its keys count.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
  return read(file) ?? keys
}
