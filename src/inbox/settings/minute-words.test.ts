import { minuteWords, untilWords } from './minute-words'

it.each([
  [0, '00:00'],
  [485, '08:05'],
  [1320, '22:00'],
  [1439, '23:59'],
])('minute %d of the day is %s', (minute, words) => expect(minuteWords(minute)).toBe(words))

it.each([
  [1320, 480, '次日 08:00'],
  [60, 480, '08:00'],
])('from %d to %d ends %s', (from, to, words) => expect(untilWords(from, to)).toBe(words))
