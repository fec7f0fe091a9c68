import { wordsFor } from '@/contract/words'
import sql from 'sql-template-tag'
import { startLocalServer, START_MS, type LocalServer } from '../local-server'
import { chooseJob, SEND } from './people/referrer'
import { addressIn } from './support/addresses'
import { ask, call, invite, signIn } from './support/calls'
import { rowsOf } from './support/database'
import { openGuests, PHONE, type Guest, type Guests } from './support/guests'
import { touch } from './support/hands'
import { button, field, heading, screenText, see } from './support/look'
import { refusedCall } from './support/troubles'

jest.setTimeout(60_000)

let server: LocalServer
let guests: Guests

beforeAll(async () => {
  server = await startLocalServer()
  guests = await openGuests()
}, START_MS)

afterEach(() => guests.check())

afterAll(async () => {
  await guests?.close()
  await server?.stop()
})
