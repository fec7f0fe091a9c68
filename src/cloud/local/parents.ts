import { readFileSync } from 'node:fs'

/** npm, a shell and tsx at the most stand between us and whoever typed `npm start`. */
const LEVELS = 6

/**
 * Watches the chain of parents up to npm. `kill -9` of npm leaves its children behind, and nobody would know of a
 * server that holds the port for ever. Elsewhere than on Linux only the nearest parent is watched.
 */
export function watchParents(env: NodeJS.ProcessEnv): () => boolean {
  if (!env.npm_lifecycle_event) return () => false
  const chain: [pid: number, parent: number][] = [[process.pid, process.ppid]]
  for (let pid = process.ppid; chain.length < LEVELS && !isNpm(pid);) {
    const parent = parentOf(pid)
    if (parent === undefined || parent <= 1) break
    chain.push([pid, parent])
    pid = parent
  }
  return () => chain.some(([pid, parent]) => parentOf(pid) !== parent)
}

function parentOf(pid: number): number | undefined {
  if (pid === process.pid) return process.ppid
  // Its name stands in brackets and may hold anything: what follows is counted from the last of them.
  const [, parent] = read(`/proc/${pid}/stat`).split(')').at(-1)?.trim().split(' ') ?? []
  return parent ? Number(parent) : undefined
}

function isNpm(pid: number): boolean {
  return /\bnpm\b/.test(read(`/proc/${pid}/cmdline`))
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // gone, or not Linux
  }
}
