import fc from 'fast-check'
import { overlap, recordingPen, textOf } from '@/testing/recording-pen'
import { drawPoster, POSTER } from './draw-poster'
import type { PosterContent } from './face'

type Content = Omit<PosterContent, 'code'>

const JOB = {
  title: '高级前端工程师',
  city: '上海',
  headcount: 2,
  hardRequirements: ['5 年以上 Web 前端', '独立带过项目', '本科', '第四条'],
  challenges: ['存量代码十年', '每周值班一天', '第三条'],
}
const CONTENT: Content = {
  company: '星河科技',
  referrer: { name: '林晓', department: '平台研发部' },
  job: JOB,
  jobTitles: [],
}

function draw(content: Content) {
  const { pen, marks } = recordingPen()
  let code = { left: 0, top: 0, right: 0, bottom: 0, colour: '' }
  drawPoster(pen, content, (x, y, side) => {
    code = { left: x, top: y, right: x + side, bottom: y + side, colour: '' }
  })
  return { marks, code, text: textOf(marks) }
}

it('shows company, referrer, job, requirements, challenges and what to do', () => {
  expect(draw(CONTENT).text.split('\n')).toEqual([
    '伯',
    '星河科技',
    '林晓 · 平台研发部 的内推',
    '高级前端工程师',
    '上海 · 招 2 人',
    '一定要有',
    '5 年以上 Web 前端',
    '独立带过项目',
    '本科',
    '说实话的部分',
    '存量代码十年',
    '每周值班一天',
    '扫码或长按',
    '看看职位',
  ])
})

it('shows up to five open jobs when it is for none of them', () => {
  const jobTitles = ['前端工程师', '产品经理', '运营', '数据工程师', '店长', '第六个']
  const { text } = draw({ ...CONTENT, job: null, jobTitles })
  expect(text).toContain('在招职位\n前端工程师\n产品经理\n运营\n数据工程师\n店长\n扫码或长按')
})

it.each([
  ['a department', { ...CONTENT, referrer: { name: '林晓', department: '' } }, '林晓 的内推'],
  ['a city', { ...CONTENT, job: { ...JOB, city: '' } }, '\n招 2 人\n'],
  ['a headcount', { ...CONTENT, job: { ...JOB, headcount: 0 } }, '\n上海\n'],
  [
    'requirements',
    { ...CONTENT, job: { ...JOB, hardRequirements: [' '] } },
    '招 2 人\n说实话的部分\n存量代码十年',
  ],
  ['points', { ...CONTENT, job: { ...JOB, hardRequirements: [], challenges: [] } }, '招 2 人\n扫码或长按'],
  ['open jobs', { ...CONTENT, job: null }, '在招职位\n扫码或长按'],
])('leaves no gap without %s', (_what, content, words) => {
  expect(draw(content).text).toContain(words)
})

it('breaks a long title and keeps its point', () => {
  const { text } = draw({ ...CONTENT, job: { ...JOB, title: '供应链补货与订货方向的高级产品经理' } })
  expect(text).toContain('供应链补货与订货方向的\n高级产品经理\n上海')
})

it('promises nothing in its own words', () => {
  expect(draw(CONTENT).text).not.toMatch(/[¥￥元奖金币]|红包|积分|现金/)
})

const words = fc
  .array(
    fc.constantFrom('前端', '供应链', 'React', 'Averylongwordwithoutblanks', ' ', '，', '（', '😀', '5 年'),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''))
const contents: fc.Arbitrary<Content> = fc.record({
  company: words,
  referrer: fc.record({ name: words, department: words }),
  job: fc.option(
    fc.record({
      title: words,
      city: words,
      headcount: fc.nat(99_999),
      hardRequirements: fc.array(words, { maxLength: 6 }),
      challenges: fc.array(words, { maxLength: 6 }),
    }),
  ),
  jobTitles: fc.array(words, { maxLength: 8 }),
})

it('keeps every text inside the picture, off the others and off the code, whatever it says', () => {
  fc.assert(
    fc.property(contents, (content) => {
      const { marks, code } = draw(content)
      for (const { left, top, right, bottom } of [...marks, code]) {
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
        expect(right).toBeLessThanOrEqual(POSTER.width)
        expect(bottom).toBeLessThanOrEqual(POSTER.height)
      }
      expect(code.right - code.left).toBeGreaterThanOrEqual(260)
      const texts = marks.filter(({ text }) => text !== undefined)
      texts.forEach((one, index) => {
        expect(overlap(one, code)).toBe(false)
        for (const other of texts.slice(index + 1)) expect(overlap(one, other)).toBe(false)
      })
    }),
  )
})
