import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

export type FirstLoad = { route: string; bytes: number }

/**
 * What a browser loads before it draws the first route, as gzip sends it: the page, the files it names, and the chunks
 * that the compiled route table asks for. Of the home page, and of the route that needs most.
 */
export function firstLoads(folder: string): { home: FirstLoad; heaviest: FirstLoad } {
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\.\/((?:js|css)\/[^"]+)"/g)].map(([, file = '']) => file)
  const app = named.find((file) => /^js\/app\./.test(file))
  if (!app) throw new Error('dist/h5/index.html names no app.js')
  const code = readFileSync(path.join(folder, app), 'utf8')

  const always =
    gzipped(path.join(folder, 'index.html')) + sum(named.map((file) => gzipped(path.join(folder, file))))
  const loads = routesIn(code).map(({ route, chunks }): FirstLoad => {
    const files = chunks
      .flatMap((chunk) => filesOf(chunk, code, folder))
      .filter((file) => !named.includes(file))
    return { route, bytes: always + sum(files.map((file) => gzipped(path.join(folder, file)))) }
  })
  const [home] = loads
  const [heaviest] = [...loads].sort((a, b) => b.bytes - a.bytes)
  if (!home || !heaviest) throw new Error('dist/h5 has no route table that we can read')
  return { home, heaviest }
}

/** `{"path":"pages/home/index","load":function(…){return[Promise.all([n.e(804),n.e(460)])…`, home first. */
function routesIn(code: string): { route: string; chunks: string[] }[] {
  return code
    .split('"path":"')
    .slice(1)
    .map((part) => ({ route: part.slice(0, part.indexOf('"')), load: part.slice(0, part.indexOf('.then(')) }))
    .filter(({ load }) => load.includes('"load":'))
    .map(({ route, load }) => ({
      route,
      chunks: [...load.matchAll(/\.e\((\d+)\)/g)].map(([, chunk = '']) => chunk),
    }))
}

/** The script and the style of a chunk. A chunk with a name bears it in its files: `804===a?"shared":a`. */
function filesOf(chunk: string, code: string, folder: string): string[] {
  const name = new RegExp(`\\b${chunk}===\\w+\\?"([\\w-]+)"`).exec(code)?.[1] ?? chunk
  const files = ['js', 'css'].flatMap((kind) =>
    readdirSync(path.join(folder, kind))
      .filter((file) => file.startsWith(`${name}.`) && file.endsWith(`.${kind}`))
      .map((file) => `${kind}/${file}`),
  )
  if (!files.some((file) => file.startsWith('js/')))
    throw new Error(`dist/h5 has no script of chunk ${chunk}`)
  return files
}

function gzipped(file: string): number {
  return gzipSync(readFileSync(file)).length
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
