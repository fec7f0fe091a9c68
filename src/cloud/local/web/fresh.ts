import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { PROJECT } from '../folder'

/** What is compiled into the web build, apart from `src`. */
const CONFIGURATION = ['config', 'babel.config.js', 'tsconfig.json', 'package-lock.json']
const ELSEWHERE = new Set(['cloud', 'testing'].map((name) => path.join(PROJECT, 'src', name)))

/** Whether the build in this folder is newer than everything it was made of. */
export function isFresh(webRoot: string): boolean {
  const index = path.join(webRoot, 'index.html')
  if (!existsSync(index)) return false
  const built = statSync(index).mtimeMs
  return ['src', ...CONFIGURATION].every((name) => newest(path.join(PROJECT, name)) <= built)
}

/** Folders count as well: a file that was removed shows in nothing else. */
function newest(place: string): number {
  const stat = statSync(place, { throwIfNoEntry: false })
  if (!stat || ELSEWHERE.has(place) || /\.test\.tsx?$/.test(place)) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  const inside = readdirSync(place).map((name) => newest(path.join(place, name)))
  return Math.max(stat.mtimeMs, ...inside)
}
