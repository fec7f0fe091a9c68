import { isPhone, lastTwo, maskPhone, parsePhone, spacePhone, type Phone } from './phone'

describe('parsePhone', () => {
  it.each([
    ['eleven digits', '13800138000', '+8613800138000'],
    ['spaces', '138 0013 8000', '+8613800138000'],
    ['dashes', '138-0013-8000', '+8613800138000'],
    ['+86 in front', '+86 138 0013 8000', '+8613800138000'],
    ['86 in front', '8613800138000', '+8613800138000'],
    ['0086 in front', '0086-13800138000', '+8613800138000'],
    ['brackets', '(+86)13800138000', '+8613800138000'],
    ['full-width digits', '１３８００１３８０００', '+8613800138000'],
    ['invisible marks that WeChat copies along', '\u202d138 0013 8000\u202c', '+8613800138000'],
    ['words around it', '周宁 13800138000 做前端的', '+8613800138000'],
    ['a shorter number before it', '工号 20391，手机 13800138000', '+8613800138000'],
    ['another country', '+1 415 555 2671', '+14155552671'],
    ['another country by 00', '00 65 6123 4567', '+6561234567'],
  ])('understands %s', (_what, text, phone) => {
    expect(parsePhone(text)).toBe(phone)
  })

  it('reads bare digits in the chosen country', () => {
    expect(parsePhone('0912 345 678', '886')).toBe('+886912345678')
  })

  it.each([
    ['nothing', ''],
    ['ten digits', '1380013800'],
    ['twelve digits', '138001380001'],
    ['a number no operator has', '12800138000'],
    ['a landline', '021-12345678'],
    ['words', '周宁'],
    ['an endless row of digits', '1'.repeat(40)],
  ])('finds none in %s', (_what, text) => {
    expect(parsePhone(text)).toBeNull()
  })
})

it('knows its own E.164 form and no other', () => {
  expect(isPhone('+8613800138000')).toBe(true)
  expect(isPhone('13800138000')).toBe(false)
  expect(isPhone('+8602112345678')).toBe(false)
})

it.each([
  ['+8613800138000', '138****8000', '00'],
  ['+14155552671', '+14****2671', '71'],
])('shows %s as %s in a list and as %s to a stranger', (phone, masked, tail) => {
  expect(maskPhone(phone as Phone)).toBe(masked)
  expect(lastTwo(phone as Phone)).toBe(tail)
})

it.each([
  ['1', '1'],
  ['1380', '138 0'],
  ['13800138000', '138 0013 8000'],
  ['138 0013 80', '138 0013 80'],
  ['+1 415', '+1 415'],
])('groups %s as %s while it is typed', (typed, shown) => {
  expect(spacePhone(typed)).toBe(shown)
})
