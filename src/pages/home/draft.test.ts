import { LINE_LIMIT } from '@/domain/endorsement'
import { EMPTY_DRAFT, toSend, withStarter } from './draft'

describe('a tapped starter', () => {
  it.each([
    ['', '一起做过项目，很靠谱', '一起做过项目，很靠谱'],
    ['专业过硬，合作过', '一起做过项目，很靠谱', '一起做过项目，很靠谱'],
    ['带我做过两个大项目', '专业过硬，合作过', '带我做过两个大项目，专业过硬，合作过'],
    ['我说：专业过硬，合作过', '专业过硬，合作过', '我说：专业过硬，合作过'],
  ])('makes of “%s” and “%s”: “%s”', (line, starter, filled) => {
    expect(withStarter(line, starter)).toBe(filled)
  })

  it('does not push the line over its limit', () => {
    const line = '好'.repeat(LINE_LIMIT)
    expect(withStarter(line, '专业过硬，合作过')).toBe(line)
  })
})

describe('toSend', () => {
  it('sends no line rather than an empty one', () => {
    const draft = { ...EMPTY_DRAFT, phone: { dialCode: '86', typed: '13800138000' }, line: '  ' }
    expect(toSend(draft)).toMatchObject({ line: null, relation: null, jobId: null, consent: true })
  })

  it('sends nothing without a number', () => {
    expect(toSend(EMPTY_DRAFT)).toBeNull()
  })
})
