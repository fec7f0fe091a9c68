import { runClock } from '../../../clock'
import { logTo } from '../../../log'
import { deliverDue } from '../../../outbox'
import { openTestDatabase } from '@/testing/database'
import { createFigures } from '../../bench/figures'
import { createAgenda } from './agenda'
import { simulateSilence, type SilenceRun } from './simulate-silence'

type Figure = { name: string; value: number; met?: boolean }

/** One simulated company, and what was printed of it. */
async function simulate(run: Pick<SilenceRun, 'referrals' | 'days' | 'kills' | 'clock'>) {
  const database = await openTestDatabase()
  logTo(() => undefined)
  const [lines, told]: [string[], string[]] = [[], []]
  try {
    const broken = await simulateSilence({
      ...{ ...run, databaseUrl: database.url, seed: 1, every: 60, now: () => 0 },
      figures: createFigures((line) => lines.push(line)),
      tell: (line) => told.push(line),
    })
    const figures = lines.map((line) => JSON.parse(line) as Figure)
    const valueOf = (name: string) => figures.find((figure) => figure.name === `silence ${name}`)?.value
    return {
      broken,
      told,
      missed: figures.filter(({ met }) => met === false).map(({ name }) => name),
      valueOf,
    }
  } finally {
    await database.drop()
  }
}

const LONG = 300_000

it(
  'leaves nobody waiting in silence in five weeks with 60 referrals, dying clocks and failing roads',
  async () => {
    const { broken, missed, told, valueOf } = await simulate({ referrals: 60, days: 35, kills: 1 })
    expect(missed).toEqual([])
    expect(broken).toBe(0)
    expect(told).toHaveLength(10)
    // It was looked at: there were referrals, messages on every road, dead letters and weekly words.
    for (const what of [
      'referrals',
      'shown by sms',
      'shown by wecom',
      'shown by email',
      'shown by subscribe',
      'dead letters',
      'digests',
    ])
      expect(valueOf(what)).toBeGreaterThan(0)
  },
  LONG,
)

it.each<[string, NonNullable<SilenceRun['clock']>, string]>([
  [
    'forgets the weekly word',
    (service, now) => deliverDue(service, now),
    'silence longest, of a live referral toward its owner',
  ],
  [
    'does not know what time it is',
    async (service, now) => {
      await runClock(service, now)
      await deliverDue(service, new Date(now.getTime() + 6 * 3_600_000))
    },
    'silence in quiet hours',
  ],
])(
  'a clock that %s is caught',
  async (_what, clock, figure) => {
    const { broken, missed } = await simulate({ referrals: 30, days: 12, kills: 0, clock })
    expect(missed).toContain(figure)
    expect(broken).toBeGreaterThan(0)
  },
  LONG,
)

it('lets things happen in the order of their moments, also those that come of others', async () => {
  const happened: number[] = []
  const agenda = createAgenda()
  const note = (ms: number) => agenda.at(new Date(ms), async () => void happened.push(ms))
  for (const ms of [50, 10, 40, 30, 20, 60]) note(ms)
  agenda.at(new Date(25), async () => note(27))
  await agenda.until(new Date(50))
  expect(happened).toEqual([10, 20, 27, 30, 40, 50])
  await agenda.until(new Date(100))
  expect(happened.at(-1)).toBe(60)
})
