import { spawnSync } from 'node:child_process'
import { findBrowser } from '../e2e/browser'

// Everything that says "it is good", in order, the quick answers first. Each step is an npm script.

const STEPS = [
  'format:check',
  'types',
  'lint',
  'test:unit',
  'build:weapp',
  'build:weapp:http',
  'build:cloud',
  'build:h5',
  'test:functions',
  'test:weapp',
]

function main(): void {
  for (const step of STEPS) run(step)
  if (findBrowser()) return run('test:e2e')
  if (process.env.CI === 'true') {
    fail('test:e2e needs a browser: install Chromium, or set CHROMIUM_PATH to one.')
  }
  console.log('test:e2e left out: no Chromium, Chrome or Edge found (CHROMIUM_PATH may name one).')
}

function run(step: string): void {
  console.log(`\n> ${step}`)
  const began = Date.now()
  // npm gives its own path to the scripts it runs; without it, this file was started by hand.
  const npm = process.env.npm_execpath
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []]
  const { status, error } = spawnSync(command, [...args, 'run', '--silent', step], {
    stdio: 'inherit',
    shell: !npm,
  })
  if (error) throw error
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  if (status !== 0) fail(`${step} failed after ${seconds} s. Repeat it alone: npm run ${step}`)
  console.log(`${step}: ${seconds} s`)
}

function fail(message: string): never {
  console.error(`\n${message}`)
  process.exit(1)
}

main()
