import { execFileSync } from 'node:child_process'

/** The user the server runs as, where that is not the user who started us. */
export type Account = { uid: number; gid: number }

/** PostgreSQL refuses to run as root, so root lends it to `nobody`; everyone else runs it themselves. */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  return { uid: idOf('-u'), gid: idOf('-g') }
}

function idOf(flag: '-u' | '-g'): number {
  try {
    return Number(
      execFileSync('id', [flag, 'nobody'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  } catch {
    throw new Error(
      'PostgreSQL does not run as root and there is no user "nobody" to run it as. Start again as an ordinary user.',
    )
  }
}
