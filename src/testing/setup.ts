import { checkConsole, watchConsole } from './console'

// What reaches the console is a fault nobody looked at: it fails the test that caused it.
beforeEach(watchConsole)
afterEach(checkConsole)
