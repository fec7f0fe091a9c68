import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { rootOf } from './built'

/** WeChat's own compiler of templates; it throws at what it does not understand. */
const { wxmlToJs } = jest.requireActual<{ wxmlToJs: (root: string) => string }>('miniprogram-compiler')

const KB = 1024
const LIMIT = { main: 500 * KB, whole: 1.5 * KB * KB }
/** Loaded when a recruiter goes there, a referrer to cards, posters, links and codes, or somebody to their messages. */
const SUBPACKAGES = ['recruiter/', 'shares/', 'inbox/']

type AppJson = {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
  tabBar: { list: { iconPath: string; selectedIconPath: string }[] }
}

const filesIn = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(path.join(root, file)).isFile(),
  )

describe.each(['weapp', 'weapp-http'] as const)('dist/%s', (name) => {
  const root = rootOf(name)
  const files = filesIn(root)
  const bytesOf = (some: readonly string[]) =>
    some.reduce((sum, file) => sum + statSync(path.join(root, file)).size, 0)

  it('opens quickly: 500 KB for everybody, 1.5 MB in all', () => {
    expect(
      bytesOf(files.filter((file) => !SUBPACKAGES.some((root) => file.startsWith(root)))),
    ).toBeLessThanOrEqual(LIMIT.main)
    expect(bytesOf(files)).toBeLessThanOrEqual(LIMIT.whole)
  })

  it('has templates that WeChat understands', () => {
    expect(wxmlToJs(root)).not.toBe('')
  })

  it('brings no templates that no page uses', () => {
    expect(readFileSync(path.join(root, 'base.wxml'), 'utf8')).not.toContain('<scroll-view')
  })

  it('holds every page and every picture that it names', () => {
    const app = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8')) as AppJson
    const inside = app.subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`))
    const named = [
      ...[...app.pages, ...inside].flatMap((page) => ['.js', '.json', '.wxml'].map((end) => page + end)),
      ...app.tabBar.list.flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath]),
    ]
    expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
  })
})

it.each([
  ['weapp', '127.0.0.1'],
  ['weapp-http', 'callFunction'],
] as const)('dist/%s holds no trace of the other road to the cloud', (name, trace) => {
  const root = rootOf(name)
  const scripts = filesIn(root).filter((file) => file.endsWith('.js'))
  expect(scripts.filter((file) => readFileSync(path.join(root, file), 'utf8').includes(trace))).toEqual([])
})
