import fc from 'fast-check'
import { cutText } from './cut-text'
import { fitField } from './fit-field'

const NOW = new Date('2026-11-26T14:00:00+08:00')
const fit = (field: string, text: string, neutral = '点开查看') =>
  fitField(field, text, { neutral, now: NOW })

const FAMILY = '👨‍👩‍👧‍👦'
const LONG = '已转给用人部门，约定十一月二十六日周四十四点前给出第一次答复'

it.each([
  ['thing1', '高级前端工程师', '高级前端工程师'],
  ['thing1', LONG, '已转给用人部门，约定十一月二十六日周四…'],
  ['thing1', '一'.repeat(20), '一'.repeat(20)],
  ['thing1', '一'.repeat(21), `${'一'.repeat(19)}…`],
  ['thing1', '恭喜'.repeat(9) + '，。等等等', `${'恭喜'.repeat(9)}…`],
  ['thing12', '第一行\r\n\t第二行\u0000\u202e', '第一行 第二行'],
  ['thing1', `${'一'.repeat(18)}👍👍`, `${'一'.repeat(18)}…`],
  ['thing1', `${'一'.repeat(17)}👍👍`, `${'一'.repeat(17)}👍…`],
  ['thing1', `${'一'.repeat(10)}${FAMILY}`, `${'一'.repeat(10)}…`],
  ['thing1', `好${FAMILY}`, `好${FAMILY}`],
  ['thing1', 'é'.normalize('NFD').repeat(10), 'é'.normalize('NFD').repeat(10)],
  ['thing1', 'é'.normalize('NFD').repeat(11), `${'é'.normalize('NFD').repeat(9)}…`],
  ['thing1', `好\ud83d`, '好'],
  ['thing1', ' \n\u200b', '点开查看'],
  ['thing1', `z${'\u0301'.repeat(40)}`, '点开查看'],
  ['phrase2', '部门评估', '部门评估'],
  ['phrase2', '面试 · 第 2 轮', '面试第轮'],
  ['phrase2', '用人部门评估中', '用人部门评'],
  ['phrase2', 'Offer', '点开查看'],
  ['phrase2', '👍', '点开查看'],
  ['phrase2', '𠮷野家的𠮷', '𠮷野家的'],
  ['name3', '周宁', '周宁'],
  ['name3', '阿依努尔·买买提·吐尔逊', '阿依努尔·买买提·吐'],
  ['name3', 'Ning Zhou', 'Ning Zhou'],
  ['name3', 'Bartholomew Featherstonehaugh', 'Bartholomew Feathers'],
  ['name3', 'Ning 周 Featherstone', 'Ning 周 Fea'],
  ['name3', '周宁2号', '周宁号'],
  ['name3', '138****8000', '候选人'],
  ['name3', '周宁😀', '周宁'],
  ['time4', '2026年11月26日 14:00', '2026年11月26日 14:00'],
  ['time4', '2026-01-05 9:05', '2026年1月5日 09:05'],
  ['time4', '15:01', '15:01'],
  ['time4', '很快', '2026年11月26日 14:00'],
  ['date5', '2026年1月5日', '2026年1月5日'],
  ['date5', '15:01', '2026年11月26日 14:00'],
  ['character_string6', '编号 A-17', 'A-17'],
  ['character_string6', 'x'.repeat(40), 'x'.repeat(32)],
  ['character_string6', '编号', '-'],
  ['number7', '第 12.5 天', '12.5'],
  ['number7', '九', '1'],
  ['letter8', '进展 ok', 'ok'],
  ['symbol9', '!!!!!!!', '!!!!!'],
  ['amount1', '奖金 3000.50', '3000.50元'],
  ['const1', '内推', '内推'],
  ['enum1', '内推', '内推'],
  ['whatever1', '一'.repeat(25), `${'一'.repeat(19)}…`],
])('puts into %s of %j: %j', (field, text, fitted) => {
  expect(fit(field, text, field === 'name3' ? '候选人' : undefined)).toBe(fitted)
})

const LIMITS: [field: string, units: number, alphabet: RegExp][] = [
  ['thing1', 20, /^[^\p{Cc}\p{Cs}]+$/u],
  ['phrase1', 5, /^\p{Script=Han}+$/u],
  ['name1', 20, /^[^\d\p{Cc}]+$/u],
  ['time1', 20, /^(\d{4}年\d{1,2}月\d{1,2}日( [012]\d:[0-5]\d)?|\d{1,2}:[0-5]\d)$/],
  ['date1', 20, /^\d{4}年\d{1,2}月\d{1,2}日( \d{1,2}:\d{2})?$/],
  ['character_string1', 32, /^[!-~]+$/],
  ['number1', 32, /^\d+(\.\d+)?$/],
  ['letter1', 32, /^[A-Za-z]+$/],
  ['symbol1', 5, /^[!-/:-@[-`{-~]+$/],
]

it.each(LIMITS)('keeps %s within %i units of its alphabet, whatever is put in', (field, units, alphabet) => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'周宁一部门评估·Zhou9，。 \n𠮷') }),
    fc.constantFrom('', FAMILY, FAMILY.repeat(3), '\ud83d', '👍🏽'.repeat(8), '1:99', '2026-1-1 25:00'),
  )
  fc.assert(
    fc.property(texts, (text) => {
      const fitted = fit(field, text)
      expect(fitted.length).toBeLessThanOrEqual(units)
      expect(fitted).toMatch(alphabet)
      if (field === 'name1' && /\p{Script=Han}/u.test(fitted)) expect(fitted.length).toBeLessThanOrEqual(10)
    }),
    { numRuns: 500 },
  )
})

it('never cuts inside what a reader sees as one character', () => {
  const characters = fc.array(
    fc.constantFrom('一', 'a', '👍🏽', FAMILY, 'é'.normalize('NFD'), '🇨🇳', '각'.normalize('NFD')),
  )
  const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })
  fc.assert(
    fc.property(characters, fc.integer({ min: 1, max: 30 }), (parts, limit) => {
      const cut = cutText(parts.join(''), limit)
      expect(cut.length).toBeLessThanOrEqual(limit)
      const seen = [...graphemes.segment(cut)].map(({ segment }) => segment)
      const whole = seen.at(-1) === '…' ? seen.slice(0, -1) : seen
      const from = [...graphemes.segment(parts.join(''))].map(({ segment }) => segment)
      expect(whole).toEqual(from.slice(0, whole.length))
    }),
  )
})
