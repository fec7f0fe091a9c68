import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { PROJECT } from '../folder'
import { tell } from './tell'

export const FUNCTIONS = ['api', 'clock', 'web'] as const
export type FunctionName = (typeof FUNCTIONS)[number]

export function functionFolder(name: FunctionName): string {
  return path.join(PROJECT, 'dist', 'cloud', name)
}

/** Bundles the deployed functions where one of them is missing. What stands there is measured as it is. */
export async function makeBundles(): Promise<void> {
  if (FUNCTIONS.every((name) => existsSync(path.join(functionFolder(name), 'index.js')))) return
  tell('dist/cloud is not complete: npm run build:cloud')
  await promisify(execFile)(process.execPath, [path.join(PROJECT, 'config', 'cloud.mjs')], { cwd: PROJECT })
}
