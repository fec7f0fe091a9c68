import { mkdirSync } from 'node:fs'
import path from 'node:path'

export const PROJECT = path.resolve(__dirname, '..', '..', '..')

/** Where a developer's machine keeps what outlives a start. Every path in it stands here. */
export type DataFolder = {
  root: string
  postgres: string
  files: string
  keys: string
  running: string
  buildLog: string
}

/** `.data/` of the project, or the folder that `BOLE_DATA` names. */
export function dataFolder(env: NodeJS.ProcessEnv): DataFolder {
  const root = env.BOLE_DATA ? path.resolve(env.BOLE_DATA) : path.join(PROJECT, '.data')
  const inside = (name: string) => path.join(root, name)
  return {
    root,
    postgres: inside('postgres'),
    files: inside('files'),
    keys: inside('keys.json'),
    running: inside('running.json'),
    buildLog: inside('web-build.log'),
  }
}

export function makeFolder({ root }: DataFolder): void {
  mkdirSync(root, { recursive: true, mode: 0o700 })
}
