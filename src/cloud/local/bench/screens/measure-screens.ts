import { setTimeout as wait } from 'node:timers/promises'
import type { Cleanup } from '../cleanup'
import { median, percentile, round, type Figures } from '../figures'
import { idOf } from '../ground/ids'
import { openCluster } from '../ground/open-ground'
import { RECRUITER, tokenOf } from '../ground/population'
import { openConnection } from '../load/connection'
import { startServer, type Server } from '../load/start-server'
import { openSized } from '../scale/open-sized'
import { tell } from '../tell'
import { CROWD, crowd, crowdRows, MOVED, SCREENS } from './crowd'
import { openScreen, type Screen } from './screen'

const REACHED = { atMost: 3 }
const SHARE = { atMost: 0.5 }
/** Every screen has its cursor, Node has compiled what runs often, PostgreSQL has its plans. */
const WARM_UP_MS = 10_000
const PATIENCE_MS = 60_000

/**
 * 500 open screens of 500 people on one server process, the recruiter's among them; this process polls for all of them.
 * First a quiet minute, in which the server only says to everybody that nothing has happened. Then the recruiter moves one
 * application after the other, as fast as the answers come: each move concerns its referrer, its candidate and the
 * recruiter, so that in the end every screen has had to change.
 */
export async function measureScreens(
  figures: Figures,
  { cleanup, idle }: { cleanup: Cleanup; idle: number },
): Promise<void> {
  const ground = await openSized(await openCluster(cleanup), 'screens', CROWD, cleanup)
  for (const statement of crowdRows()) await ground.service.db.rows(statement)
  const server = await startServer('server', ground.parts, ground, cleanup)
  const screens = await Promise.all(crowd().map((watching) => openScreen(server.port, watching)))
  cleanup.later(() => screens.forEach((screen) => screen.close()))

  tell(`${SCREENS} screens are open`)
  await wait(WARM_UP_MS)
  tell(`nothing happens for ${idle} s`)
  await measureIdle(figures, { server, screens, idle })
  tell('a recruiter moves everybody on')
  await measureChange(figures, { server, screens })
}

async function measureIdle(
  figures: Figures,
  { server, screens, idle }: { server: Server; screens: Screen[]; idle: number },
): Promise<void> {
  const asked = () => screens.reduce((sum, screen) => sum + screen.asked(), 0)
  const [startedAt, askedBefore, workBefore] = [performance.now(), asked(), await server.workMs()]
  await wait(idle * 1000)
  const work = (await server.workMs()) - workBefore
  const took = performance.now() - startedAt
  figures.add({
    name: `${SCREENS} idle screens, server`,
    value: work / took,
    unit: 'cores',
    aim: SHARE,
    about: { seconds: idle, pollsPerSecond: round((asked() - askedBefore) / (took / 1000)) },
  })
}

async function measureChange(
  figures: Figures,
  { server, screens }: { server: Server; screens: Screen[] },
): Promise<void> {
  const recruiter = await openConnection(server.port)
  const tapped = new Map<number, number>()
  // Everybody else waits for the one move that concerns them; the recruiter's own screen is told of all of them.
  const others = screens.filter(({ watching }) => watching.application !== null)
  const shown = Promise.all(others.map(async (screen) => ({ screen, at: await screen.shows() })))
  shown.catch(() => undefined) // told below
  const startedAt = performance.now()
  for (const application of MOVED) {
    tapped.set(application, performance.now())
    await recruiter.call('stage.move', tokenOf(RECRUITER), moveOf(application))
  }
  const movedAt = performance.now()
  recruiter.close()
  const late = wait(PATIENCE_MS, null, { ref: false })
  const all = await Promise.race([shown, late])
  if (!all) throw new Error(`Not every screen had its change within ${PATIENCE_MS / 1000} s`)

  const seconds = all.map(
    ({ screen, at }) => (at - (tapped.get(screen.watching.application ?? 0) ?? 0)) / 1000,
  )
  figures.add({
    name: `a recruiter’s change, until the last of ${SCREENS} screens shows it`,
    value: Math.max(...seconds),
    unit: 's',
    aim: REACHED,
    about: { median: round(median(seconds)), p95: round(percentile(seconds, 95)) },
  })
  figures.add({
    name: `${MOVED.length} changes in a row, until every screen shows its own`,
    value: (Math.max(...all.map(({ at }) => at)) - startedAt) / 1000,
    unit: 's',
    about: { secondsOfMoving: round((movedAt - startedAt) / 1000) },
  })
}

function moveOf(application: number): object {
  return {
    requestId: `screens-${application}`,
    id: idOf('application', application),
    version: 4,
    to: 'offer',
    candidateText: '面试通过了，我们来谈谈 Offer。',
    referrerText: '你推荐的同学通过了面试，正在沟通 Offer。',
    internalNote: null,
    reason: null,
  }
}
