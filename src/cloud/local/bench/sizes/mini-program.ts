import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'

const appJson = v.object({ subPackages: v.optional(v.array(v.object({ root: v.string() })), []) })

/** Bytes of a built mini-program: all of it, and without its subpackages, which is what a first opening loads. */
export function packageSizes(folder: string): { main: number; whole: number } {
  const { subPackages } = v.parse(appJson, JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8')))
  const roots = subPackages.map(({ root }) => `${root.replace(/\/+$/, '')}/`)
  let main = 0
  let whole = 0
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const stat = statSync(path.join(folder, name))
    if (!stat.isFile()) continue
    whole += stat.size
    const inside = name.split(path.sep).join('/')
    if (!roots.some((root) => inside.startsWith(root))) main += stat.size
  }
  return { main, whole }
}
