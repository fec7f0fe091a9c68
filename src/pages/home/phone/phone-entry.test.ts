import { EMPTY_ENTRY, phoneOf, typePhone, type PhoneEntry } from './phone-entry'

/** As a person types: one character after the other. */
const typing = (text: string, from: PhoneEntry = EMPTY_ENTRY) =>
  [...text].reduce((entry, character) => typePhone(entry, entry.typed + character), from)

describe('the phone field', () => {
  it('groups a mainland number while it is typed', () => {
    expect(typing('1380013').typed).toBe('138 0013')
    expect(typing('13800138000').typed).toBe('138 0013 8000')
  })

  it('takes the space away with the last digit of a group', () => {
    expect(typePhone({ dialCode: '86', typed: '138 0013 8' }, '138 0013 ').typed).toBe('138 0013')
  })

  it('leaves the groups alone while a digit inside is corrected, so that the caret stays', () => {
    const gap = typePhone({ dialCode: '86', typed: '138 0013 8000' }, '138 013 8000')
    expect(gap.typed).toBe('138 013 8000')
    expect(typePhone(gap, '138 0213 8000').typed).toBe('138 0213 8000')
  })

  it.each([
    ['+65 9123 4567', '65', '91234567'],
    ['+8613800138000', '86', '138 0013 8000'],
    ['0086 138-0013-8000', '86', '138 0013 8000'],
    ['8613800138000', '86', '138 0013 8000'],
    ['＋８５２ ９１２３ ４５６７', '852', '91234567'],
    ['张三，电话：138-0013-8000（前端）', '86', '138 0013 8000'],
    ['+1 (415) 555-2671', '1', '4155552671'],
    ['+358 40 1234567', '86', '+358401234567'],
  ])('reads %s when it is pasted', (text, dialCode, typed) => {
    expect(typePhone(EMPTY_ENTRY, text)).toEqual({ dialCode, typed })
  })

  it('moves a typed country code into the prefix as soon as it is one', () => {
    expect(typing('+6')).toEqual({ dialCode: '86', typed: '+6' })
    expect(typing('+65')).toEqual({ dialCode: '65', typed: '' })
    expect(typing('+6591234567')).toEqual({ dialCode: '65', typed: '91234567' })
  })

  it.each(['abc', '138001380001', '52345', '+'])('keeps %s as it was typed, and it is no number', (text) => {
    const entry = typePhone(EMPTY_ENTRY, text)
    expect(entry.typed).toBe(text)
    expect(phoneOf(entry)).toBeNull()
  })

  it('sends the number with its country code', () => {
    expect(phoneOf(typing('13800138000'))).toBe('+8613800138000')
    expect(phoneOf(typing('+6591234567'))).toBe('+6591234567')
  })
})
