import { checkConsole, expectConsole, watchConsole } from './console'

// The last two lines of each test leave a clean console to the check that runs after every test.

it.each(['error', 'warn'] as const)('fails a test that wrote to console.%s', (method) => {
  console[method]('something broke')
  expect(checkConsole).toThrow(`unexpected console.${method}: something broke`)
  watchConsole()
})

it('lets an expected line pass, and misses it when it does not come', () => {
  expectConsole('error', /broke/)
  expect(checkConsole).toThrow('console.error never said /broke/')
  watchConsole()
  expectConsole('error', /broke/)
  console.error('something broke')
})
