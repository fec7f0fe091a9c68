import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { startLocalServer } from '../local-server'
import { openGuests, PHONE } from './support/guests'
import { TOUR } from './tour'
import { preparePlaces } from './tour/places'
import { beginAnew, untilSettled, WIDTHS } from './tour/screen'

/**
 * Pictures of every screen, as a phone and as a desk shows it. The README's two come from here.
 *
 *     npm run screenshots [folder]
 */
async function main(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const server = await startLocalServer()
  const guests = await openGuests()
  try {
    const places = await preparePlaces(server)
    const { page } = await guests.invite({ ...PHONE, deviceScaleFactor: 2 }, server.url)
    for (const { name, open } of TOUR) {
      await beginAnew(page)
      await open(page, places)
      for (const size of WIDTHS) {
        await page.setViewportSize(size)
        await untilSettled(page)
        await page.screenshot({ path: path.join(folder, `${name}-${size.width}.png`) })
      }
      console.log(name)
    }
  } finally {
    await guests.close()
    await server.stop()
  }
}

main(path.resolve(process.argv[2] ?? path.join('dist', 'screens'))).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
