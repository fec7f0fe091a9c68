import fc from 'fast-check'
import { recordingPen } from '@/testing/recording-pen'
import type { TextStyle } from './look'
import { shorten, wrap } from './wrap'

const STYLE: TextStyle = { size: 10, line: 14, colour: '#000000' }
const { pen } = recordingPen()
const widthOf = (text: string) => pen.measureText(text).width

describe('wrap', () => {
  it.each([
    ['a text that fits', '高级前端工程师', 100, ['高级前端工程师']],
    ['Chinese anywhere', '高级前端工程师', 40, ['高级前端', '工程师']],
    ['no Latin word', '懂 React 源码', 45, ['懂 React', '源码']],
    ['a Latin word wider than a line', 'Infrastructure', 40, ['Infrast', 'ructure']],
    ['no punctuation off its word', '十年代码，改一处', 40, ['十年代', '码，改一', '处']],
    ['at a new line as at a blank', '一\n二', 100, ['一\n二']],
    ['nothing', '', 40, []],
    ['blanks only', '  \n ', 40, []],
  ])('breaks %s', (_what, text, width, lines) => {
    expect(wrap(pen, text, STYLE, width, 9)).toEqual(lines)
  })

  it('ends with … what does not fit, and loses no blank before it', () => {
    expect(wrap(pen, 'Senior Staff Frontend Engineer', STYLE, 80, 2)).toEqual([
      'Senior Staff',
      'Frontend Eng…',
    ])
  })

  it('never has a line that is wider, empty or one too many', () => {
    const texts = fc.array(
      fc.constantFrom('高', '级', '，', '。', ' ', '\n', 'Web', 'superlongword', '😀', '5'),
    )
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 25, max: 200 }),
        fc.integer({ min: 1, max: 4 }),
        (parts, width, limit) => {
          const lines = wrap(pen, parts.join(''), STYLE, width, limit)
          expect(lines.length).toBeLessThanOrEqual(limit)
          for (const line of lines) {
            expect(line.trim()).not.toBe('')
            expect(widthOf(line)).toBeLessThanOrEqual(width)
          }
        },
      ),
    )
  })

  it('keeps every sign when there are lines enough', () => {
    const texts = fc.array(fc.constantFrom('高', '，', ' ', 'Web', 'superlongword', '😀'))
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('')
        const lines = wrap(pen, text, STYLE, 45, 1000)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })
})

it.each([
  ['is left alone when it fits', '上海', 20, '上海'],
  ['ends with … when it does not', '上海、北京、深圳', 50, '上海、北…'],
  ['loses the blank before …', 'Ann Bell', 33, 'Ann…'],
])('a line %s', (_what, text, width, line) => {
  expect(shorten(pen, text, STYLE, width)).toBe(line)
})
