import { existsSync } from 'node:fs'
import path from 'node:path'

/** The folder of a built mini-program; `npm run build:weapp` and `build:weapp:http` make them. */
export function rootOf(name: 'weapp' | 'weapp-http'): string {
  const root = path.resolve(__dirname, '../../dist', name)
  if (!existsSync(path.join(root, 'app.js'))) {
    throw new Error(`dist/${name} is not there: npm run build:${name.replace('-', ':')} makes it.`)
  }
  return root
}
