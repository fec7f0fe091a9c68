import fc from 'fast-check'
import { miniProgramNotice } from './notice'

const notice = (title: string, body: string) =>
  miniProgramNotice({ title, body, page: 'pages/me/index' }, 'wx1')

it.each([
  ['有新的内推', '有新的内推'],
  ['进展：用人部门评估', '进展：用人部门评估'],
  ['候选人对这次推荐的来源有话说', '候选人对这次推荐的来源…'],
  ['催一下', '伯乐提醒 催一下'],
  ['TA', '伯乐提醒 TA'],
  ['', '伯乐提醒'],
  ['同事 👨‍👩‍👧‍👦 来了', '同事…'],
])('makes a title of 4 to 12 characters of %j: %j', (title, made) => {
  expect(notice(title, '好').title).toBe(made)
})

it.each([
  ['one line', '周宁投递了职位。', ['周宁投递了职位。']],
  [
    'lines that end where a reader pauses',
    '周宁投递了「高级前端工程师」，由前端平台部的林晓推荐，请在 11 月 26 日 前给出答复。',
    ['周宁投递了「高级前端工程师」，由前端平台部的林晓推荐，', '请在 11 月 26 日 前给出答复。'],
  ],
  ['no place to pause', '前'.repeat(65), ['前'.repeat(30), '前'.repeat(30), '前'.repeat(5)]],
  ['paragraphs of their own', '第一段。\n\n第二段。', ['第一段。', '第二段。']],
  ['nothing', ' \n', []],
])('writes the body as %s', (_what, body, lines) => {
  expect(notice('有新的内推', body).content_item.map(({ value }) => value)).toEqual(lines)
})

it('says that something is missing when ten lines are not enough', () => {
  const { content_item: items } = notice('有新的内推', '前'.repeat(400))
  expect(items).toHaveLength(10)
  expect(items.at(-1)?.value).toBe(`${'前'.repeat(29)}…`)
})

it('leaves out the page of a message that opens nothing', () => {
  expect(miniProgramNotice({ title: '有新的内推', body: '好', page: null }, 'wx1')).not.toHaveProperty('page')
})

it('keeps the limits of WeCom whatever it is given', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 500 })
  fc.assert(
    fc.property(texts, texts, (title, body) => {
      const made = notice(title, body)
      expect(made.title.length).toBeGreaterThan(0)
      expect(made.title.length).toBeLessThanOrEqual(12)
      expect(made.content_item.length).toBeLessThanOrEqual(10)
      for (const { key, value } of made.content_item) {
        expect(key.length).toBeLessThanOrEqual(10)
        expect(value.length).toBeLessThanOrEqual(30)
      }
    }),
  )
})
