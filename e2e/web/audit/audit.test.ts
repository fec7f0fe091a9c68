import { audit } from '.'
import { openGuests, PHONE, type Guests } from '../support/guests'

let guests: Guests

beforeAll(async () => {
  guests = await openGuests()
})
afterAll(() => guests?.close())

const tall = 'style="min-height: 44px; color: #111; background: #fff"'

it.each([
  ['a line wider than the window', '<p style="width: 900px">长</p>', /900 px wide in a window of 375 px/],
  ['a small button', '<button style="height: 30px; color: #111">小</button>', /「小」 is 30 px high/],
  ['a button without a name', `<button ${tall}><i aria-hidden="true">›</i></button>`, /BUTTON\. has no name/],
  ['a field without a name', `<input ${tall} placeholder="" />`, /INPUT\. has no name/],
  ['pale words', '<p style="color: #999; background: #fff">淡</p>', /「淡」 has a contrast of 2\.8/],
  [
    'words that fade',
    '<div style="opacity: 0.4"><p style="color: #111">隐</p></div>',
    /「隐」 has a contrast of 2\./,
  ],
  [
    'a pale hint in a field',
    `<style>::placeholder { color: #bbb }</style><input ${tall} aria-label="名" placeholder="填" />`,
    /「填」 has a contrast of 1\.9/,
  ],
])('finds %s', async (_what, content, problem) => {
  const { page, leave } = await guests.invite(PHONE)
  await page.setContent(`<body style="margin: 0">${content}</body>`)
  expect(await audit(page)).toContainEqual(expect.stringMatching(problem))
  await leave()
})

it('has nothing to say about a screen that is right', async () => {
  const { page, leave } = await guests.invite(PHONE)
  await page.setContent(`<body><h1>好</h1><button ${tall}>好</button></body>`)
  expect(await audit(page)).toEqual([])
  await leave()
})
