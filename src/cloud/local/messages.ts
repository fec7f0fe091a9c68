import type { DemoLink } from './demo/sessions'
import { HOST } from './door'

/** One line for a phase of the start, when it is over: what came of it and how long it took. */
export async function phase<T>(name: string, work: Promise<T>, words: (result: T) => string): Promise<T> {
  const begun = performance.now()
  const result = await work
  console.log(`${name}: ${words(result)} (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
  return result
}

export function banner(address: string, links: readonly DemoLink[]): string {
  const rows = [
    ...links.map(({ role, name, link }) => `  ${role.padEnd(9)}  ${name}  ${link}`),
    `  ${'Outbox'.padEnd(9)}  消息  ${address}/outbox`,
  ]
  const guests =
    links.length > 0
      ? 'Each link logs a demo person in; texts, login codes and messages arrive in the outbox.'
      : 'The data are your own: log in with a number of the roster, the code arrives in the outbox.'
  return [
    `\nBole runs at ${address}\n`,
    ...rows,
    `\n${guests}`,
    'Ctrl-C stops it, data stay. "npm run reset" begins anew.\n',
  ].join('\n')
}

export function portTaken(port: number, free: number): string {
  return `Port ${port} is taken by another program on this machine. Port ${free} is free:\n\n  PORT=${free} npm start`
}

export function alreadyRunning(port: number, free: number): string {
  return (
    `Bole is already running with this data: http://${HOST}:${port}\n` +
    `Stop it there with Ctrl-C first. For a second one with data of its own, port ${free} is free:\n\n` +
    `  PORT=${free} BOLE_DATA=.data/second npm start`
  )
}
