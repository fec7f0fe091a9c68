import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { UNUSED } from './attributes-in-use'

const root = path.resolve(__dirname, '..', 'src')

/** As a page writes it: `bindtouchstart` is `onTouchStart`, `max-lines` is `maxLines`. */
const asWritten = UNUSED.map((name) => name.replace(/^bind/, 'on').replace(/-/g, ''))
const use = new RegExp(`\\b(${asWritten.join('|')})=`, 'i')

it('no page sets an attribute that is left out of the templates', () => {
  // The web's half of a twin is drawn by the browser.
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.tsx') && !/\.(h5|test)\.tsx$/.test(file) && !file.startsWith('testing'),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => use.test(readFileSync(path.join(root, file), 'utf8')))).toEqual([])
})
