import fc from 'fast-check'
import { disturbAt } from './quiet'

const at = (words: string) => new Date(`${words.replace(' ', 'T')}+08:00`)
const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const quiet = (hours: string) => {
  const [from = '', to = ''] = hours.split('–')
  return { from: minutes(from), to: minutes(to) }
}

it.each([
  ['over night', '22:00–08:00', '2026-11-23 21:59:59.999', '2026-11-23 21:59:59.999'],
  ['over night', '22:00–08:00', '2026-11-23 22:00', '2026-11-24 08:00'],
  ['over night', '22:00–08:00', '2026-11-23 23:59:59.999', '2026-11-24 08:00'],
  ['over night', '22:00–08:00', '2026-11-24 00:00', '2026-11-24 08:00'],
  ['over night', '22:00–08:00', '2026-11-24 07:59:59.999', '2026-11-24 08:00'],
  ['over night', '22:00–08:00', '2026-11-24 08:00', '2026-11-24 08:00'],
  ['over night', '22:00–08:00', '2026-11-24 12:34:56.789', '2026-11-24 12:34:56.789'],
  ['over the last night of a month', '22:00–08:00', '2026-11-30 23:00', '2026-12-01 08:00'],
  ['over the last night of a year', '22:00–08:00', '2026-12-31 22:30', '2027-01-01 08:00'],
  ['over the leap day', '22:00–08:00', '2028-02-28 23:00', '2028-02-29 08:00'],
  ['over noon', '12:00–13:30', '2026-11-23 11:59:59.999', '2026-11-23 11:59:59.999'],
  ['over noon', '12:00–13:30', '2026-11-23 12:00', '2026-11-23 13:30'],
  ['over noon', '12:00–13:30', '2026-11-23 13:29:59.999', '2026-11-23 13:30'],
  ['over noon', '12:00–13:30', '2026-11-23 13:30', '2026-11-23 13:30'],
  ['from midnight on', '00:00–07:00', '2026-11-23 23:59:59.999', '2026-11-23 23:59:59.999'],
  ['from midnight on', '00:00–07:00', '2026-11-24 00:00', '2026-11-24 07:00'],
  ['until midnight', '20:00–00:00', '2026-11-23 20:00', '2026-11-24 00:00'],
  ['until midnight', '20:00–00:00', '2026-11-23 23:59:59.999', '2026-11-24 00:00'],
  ['until midnight', '20:00–00:00', '2026-11-24 00:00', '2026-11-24 00:00'],
  ['for one minute', '23:59–00:00', '2026-11-23 23:59:30', '2026-11-24 00:00'],
  ['for all but one minute', '09:01–09:00', '2026-11-23 09:01', '2026-11-24 09:00'],
  ['for all but one minute', '09:01–09:00', '2026-11-24 09:00:59.999', '2026-11-24 09:00:59.999'],
  ['never', '08:00–08:00', '2026-11-23 08:00', '2026-11-23 08:00'],
  ['never', '00:00–00:00', '2026-11-24 00:00', '2026-11-24 00:00'],
])('somebody quiet %s (%s) may be disturbed at %s: %s', (_when, hours, now, next) => {
  expect(disturbAt(at(now), quiet(hours))).toEqual(at(next))
})

it('puts nothing off by more than a day, and to a moment that is not quiet', () => {
  const minute = fc.integer({ min: 0, max: 1439 })
  const moment = fc.integer({ min: at('2026-01-01 00:00').getTime(), max: at('2027-12-31 23:59').getTime() })
  fc.assert(
    fc.property(moment, minute, minute, (ms, from, to) => {
      const next = disturbAt(new Date(ms), { from, to })
      expect(next.getTime()).toBeGreaterThanOrEqual(ms)
      expect(next.getTime()).toBeLessThan(ms + 86_400_000)
      expect(disturbAt(next, { from, to })).toEqual(next)
    }),
  )
})
