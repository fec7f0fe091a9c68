import { startLocalServer, START_MS, type LocalServer } from '../../local-server'
import { openGuests, type Guests } from './guests'

export type World = { server: LocalServer; guests: Guests }

/**
 * A server and a browser for the tests of one file. Whatever a page complains about fails the test that caused it.
 *
 *     const world = openWorld()
 *     it('…', async () => { const { page } = await world.guests.invite(PHONE, world.server.links.referrer) })
 */
export function openWorld(): World {
  const open: Partial<World> = {}
  beforeAll(async () => {
    open.server = await startLocalServer()
    open.guests = await openGuests()
  }, START_MS)
  afterEach(() => open.guests?.check())
  afterAll(async () => {
    await open.guests?.close()
    await open.server?.stop()
  }, START_MS)
  const there = <Part extends keyof World>(part: Part): World[Part] => {
    const value = open[part]
    if (!value) throw new Error(`There is no ${part}: beforeAll comes first`)
    return value as World[Part]
  }
  return {
    get server() {
      return there('server')
    },
    get guests() {
      return there('guests')
    },
  }
}
