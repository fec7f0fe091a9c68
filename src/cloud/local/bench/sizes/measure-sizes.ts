import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { PROJECT } from '../../folder'
import { FUNCTIONS, functionFolder, makeBundles } from '../functions'
import type { Figures } from '../figures'
import { firstLoads } from './first-load'
import { packageSizes } from './mini-program'

const KB = 1024
const BUDGETS_KB = { main: 500, whole: 1.5 * KB, firstLoad: 250, function: 400 }

/** What is delivered, against its budget. Only what is deployed is built here; the clients' builds take minutes. */
export async function measureSizes(figures: Figures): Promise<void> {
  const add = (name: string, bytes: number, budgetKb: number, about?: Record<string, string>) =>
    figures.add({ name: `size, ${name}`, value: bytes / KB, unit: 'KB', aim: { atMost: budgetKb }, about })
  const built = (name: 'weapp' | 'h5', proof: string): string | undefined => {
    const folder = path.join(PROJECT, 'dist', name)
    if (existsSync(path.join(folder, proof))) return folder
    figures.leaveOut(`size, ${name}`, `dist/${name} is missing: npm run build:${name} makes it`)
    return undefined
  }

  const weapp = built('weapp', 'app.json')
  if (weapp) {
    const { main, whole } = packageSizes(weapp)
    add('weapp main package', main, BUDGETS_KB.main)
    add('weapp whole', whole, BUDGETS_KB.whole)
  }
  const h5 = built('h5', 'index.html')
  if (h5) {
    const { home, heaviest } = firstLoads(h5)
    add('h5 first load, gzip', home.bytes, BUDGETS_KB.firstLoad, { route: home.route })
    add('h5 heaviest first load, gzip', heaviest.bytes, BUDGETS_KB.firstLoad, { route: heaviest.route })
  }
  await makeBundles()
  for (const name of FUNCTIONS) {
    add(`function ${name}`, statSync(path.join(functionFolder(name), 'index.js')).size, BUDGETS_KB.function)
  }
}
