import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { firstLoads } from './first-load'
import { packageSizes } from './mini-program'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'bole-sizes-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
}

describe('the size of a mini-program', () => {
  it('counts what a subpackage holds for the whole only, and a folder with a similar name for both', () => {
    const app = JSON.stringify({ pages: ['a'], subPackages: [{ root: 'desk', pages: ['b'] }] })
    write({ 'app.json': app, 'a.js': '12345', 'desk/b.js': '123', 'desktop/c.js': '1' })
    expect(packageSizes(folder)).toEqual({ main: app.length + 6, whole: app.length + 9 })
  })

  it('is all main package where there are no subpackages', () => {
    write({ 'app.json': '{}', 'a.js': '12345' })
    expect(packageSizes(folder)).toEqual({ main: 7, whole: 7 })
  })
})

describe('the first load of the web build', () => {
  const page = '<script src="./js/app.1a.js"></script><link href="./css/app.2b.css">'
  const app =
    'u=a=>"js/"+(804===a?"shared":a)+".js";' +
    '[{"path":"pages/home/index","load":function(a){return[Promise.all([s.e(804),s.e(46)]).then(s.bind(s,46)),a]}},' +
    '{"path":"pages/me/index","load":function(a){return[s.e(4).then(s.bind(s,4)),a]}}]'
  const zip = (...texts: string[]) => texts.reduce((sum, text) => sum + gzipSync(text).length, 0)

  it('is the page, what it names, and the chunks of the route', () => {
    const chunks = {
      'js/shared.3c.js': 'shared',
      'css/shared.4d.css': '.s{}',
      'js/46.5e.js': 'home',
      'js/4.6f.js': 'me',
    }
    write({
      'index.html': page,
      'js/app.1a.js': app,
      'css/app.2b.css': '.a{}',
      'js/46.5e.js.LICENSE.txt': 'MIT',
      ...chunks,
    })
    const home = { route: 'pages/home/index', bytes: zip(page, app, '.a{}', 'shared', '.s{}', 'home') }
    expect(firstLoads(folder)).toEqual({ home, heaviest: home })
  })

  it('refuses a build whose chunks it cannot find', () => {
    write({ 'index.html': page, 'js/app.1a.js': app, 'css/app.2b.css': '.a{}' })
    expect(() => firstLoads(folder)).toThrow('no script of chunk 804')
  })
})
