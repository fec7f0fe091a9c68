import { readFileSync } from 'node:fs'

/** Bole is younger than this: no due time of it lies before. The package begins in 2004. */
const FIRST_HOLIDAY = '2025'

/** Parts of pg that no function comes to: its binding to a C library, and the password file of a person's home. */
const NEVER_USED = /[\\/]node_modules[\\/](pg[\\/]lib[\\/]native[\\/]index|pgpass[\\/]lib[\\/]index)\.js$/

/** esbuild plugin: leaves out of a function what only costs it bytes, old holidays and the indentation of SQL too. */
export const trim = {
  name: 'trim',
  setup(build) {
    build.onLoad({ filter: /chinese-days\.json$/ }, ({ path }) => {
      const { holidays, workdays } = JSON.parse(readFileSync(path, 'utf8'))
      return {
        contents: JSON.stringify({ holidays: recent(holidays), workdays: recent(workdays) }),
        loader: 'json',
      }
    })
    build.onLoad({ filter: NEVER_USED }, () => ({
      contents: 'module.exports = (_, done) => done()',
      loader: 'js',
    }))
    build.onLoad({ filter: /\/src\/cloud\/store\/.*\.ts$/ }, ({ path }) => {
      // Line ends stay: a comment in SQL ends with its line.
      return { contents: readFileSync(path, 'utf8').replace(/\n +/g, '\n'), loader: 'ts' }
    })
  },
}

function recent(days) {
  return Object.fromEntries(
    Object.keys(days)
      .filter((date) => date >= FIRST_HOLIDAY)
      .map((date) => [date, '']),
  )
}
