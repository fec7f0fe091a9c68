import { addDays, atHour, shanghaiDay, shanghaiMinutes } from '@/domain/shanghai'
import type { Random } from '../../demo/random'

const HOUR_MS = 3_600_000

/** Some time later, more often soon than late; `mean` in hours. */
export function soon(now: Date, mean: number, random: Random): Date {
  return new Date(now.getTime() - Math.log(1 - random.next()) * mean * HOUR_MS)
}

/** The same hour, or when somebody is at their desk next: recruiters do not work at night, nor at weekends. */
export function atDesk(moment: Date, random: Random): Date {
  const day = shanghaiDay(moment)
  const minutes = shanghaiMinutes(moment)
  const free = day.weekday === 0 || day.weekday === 6
  if (!free && minutes >= 9 * 60 && minutes < 19 * 60) return moment
  const later = free || minutes >= 19 * 60 ? addDays(moment, 1) : moment
  const next = new Date(atHour(later, 9).getTime() + random.next() * 8 * HOUR_MS)
  return free || minutes >= 19 * 60 ? atDesk(next, random) : next
}

/** When somebody thinks of a person to refer: mostly by day, now and then at night. */
export function anyMoment(from: Date, days: number, random: Random): Date {
  const hour = random.chance(0.85) ? random.between(9, 21) : random.between(0, 24)
  return new Date(atHour(addDays(from, random.next() * days), 0).getTime() + hour * HOUR_MS)
}
