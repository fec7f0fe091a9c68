import fc from 'fast-check'
import { overlap, recordingPen, textOf } from '@/testing/recording-pen'
import { CARD, drawCard } from './draw-card'
import type { CardContent } from './face'

const JOB = {
  title: '高级前端工程师',
  city: '上海',
  headcount: 2,
  hardRequirements: ['5 年以上 Web 前端', '独立带过项目', '本科', '第四条'],
  challenges: ['存量代码十年'],
}

function draw(content: CardContent) {
  const { pen, marks } = recordingPen()
  drawCard(pen, content)
  return { marks, text: textOf(marks) }
}

it('is 5:4', () => {
  expect(CARD.width / CARD.height).toBe(5 / 4)
})

it('shows the job with its city and three requirements', () => {
  expect(draw({ company: '星河科技', job: JOB, jobTitles: [] }).text.split('\n')).toEqual([
    '伯',
    '星河科技',
    '高级前端工程师',
    '上海',
    '· 5 年以上 Web 前端',
    '· 独立带过项目',
    '· 本科',
  ])
})

it('shows open jobs when it is for none of them', () => {
  expect(draw({ company: '星河科技', job: null, jobTitles: ['前端工程师', '店长'] }).text).toContain(
    '在招职位\n· 前端工程师\n· 店长',
  )
})

it('keeps every text inside the picture and off the others, whatever it says', () => {
  const words = fc
    .array(fc.constantFrom('前端', 'React', 'Averylongwordwithoutblanks', ' ', '，', '😀'))
    .map((parts) => parts.join(''))
  const job = fc.record({
    title: words,
    city: words,
    headcount: fc.nat(),
    hardRequirements: fc.array(words),
    challenges: fc.array(words),
  })
  const contents = fc.record({ company: words, job: fc.option(job), jobTitles: fc.array(words) })
  fc.assert(
    fc.property(contents, (content) => {
      const { marks } = draw(content)
      const texts = marks.filter(({ text }) => text !== undefined)
      texts.forEach((one, index) => {
        expect(Math.min(one.left, one.top)).toBeGreaterThanOrEqual(0)
        expect(one.right).toBeLessThanOrEqual(CARD.width)
        expect(one.bottom).toBeLessThanOrEqual(CARD.height)
        for (const other of texts.slice(index + 1)) expect(overlap(one, other)).toBe(false)
      })
    }),
  )
})
