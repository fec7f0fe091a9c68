import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Browsers and Node have these, the place where WeChat runs a mini-program has not: code that needs one must fail. */
const ABSENT = [
  'window document self navigator location localStorage sessionStorage MessageChannel requestAnimationFrame',
  'fetch XMLHttpRequest WebSocket URL URLSearchParams Blob File FormData AbortController',
  'TextEncoder TextDecoder crypto structuredClone setImmediate process Buffer',
].flatMap((names) => names.split(' '))

type Run = (
  require: (name: string) => unknown,
  module: object,
  exports: object,
  ...globals: unknown[]
) => void

export type BuiltFiles = {
  /** The path is without its extension. */
  run: (file: string) => unknown
}

/** Runs built files as they are, each once, with the globals of one phone: two phones share nothing. */
export function openBuiltFiles(globals: Record<string, unknown>): BuiltFiles {
  const names = [...Object.keys(globals), ...ABSENT]
  const values = Object.values(globals)
  const loaded = new Map<string, { exports: object }>()

  function run(file: string): object {
    const known = loaded.get(file)
    if (known) return known.exports
    const module = { exports: {} }
    loaded.set(file, module)
    // A name that is no file: else a failure would quote the whole minified line.
    const code = `${readFileSync(`${file}.js`, 'utf8')}\n//# sourceURL=weapp:///${path.basename(file)}.js`
    const evaluate = new Function('require', 'module', 'exports', ...names, code) as Run
    const requireBeside = (name: string) => run(path.resolve(path.dirname(file), name.replace(/\.js$/, '')))
    evaluate(requireBeside, module, module.exports, ...values)
    return module.exports
  }
  return { run }
}
