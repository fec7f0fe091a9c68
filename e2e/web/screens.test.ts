import { audit } from './audit'
import { PHONE, type Guest } from './support/guests'
import { openWorld } from './support/world'
import { TOUR } from './tour'
import { preparePlaces, type Places } from './tour/places'
import { beginAnew, untilSettled, WIDTHS } from './tour/screen'

jest.setTimeout(60_000)

const world = openWorld()
let places: Places
/** One browser for all of them, as it remembers what it has loaded. */
let guest: Guest

beforeAll(async () => {
  places = await preparePlaces(world.server)
  guest = await world.guests.invite(PHONE, world.server.url)
})

it.each(TOUR)('$name fits a phone and a desk, and can be read, tapped and heard', async ({ open, says }) => {
  const { page, troubles } = guest
  await beginAnew(page)
  if (says) troubles.expect(says)
  await open(page, places)
  const problems: string[] = []
  for (const size of WIDTHS) {
    await page.setViewportSize(size)
    await untilSettled(page)
    problems.push(...(await audit(page)).map((problem) => `${size.width} px: ${problem}`))
  }
  expect(problems).toEqual([])
})
