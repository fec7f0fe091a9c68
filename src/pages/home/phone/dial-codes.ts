/** Country codes offered for choosing. No code begins with another, so typed digits name at most one of them. */
export const DIAL_CODES = [
  { code: '86', place: '中国大陆' },
  { code: '852', place: '中国香港' },
  { code: '853', place: '中国澳门' },
  { code: '886', place: '中国台湾' },
  { code: '65', place: '新加坡' },
  { code: '60', place: '马来西亚' },
  { code: '81', place: '日本' },
  { code: '82', place: '韩国' },
  { code: '1', place: '美国 / 加拿大' },
  { code: '44', place: '英国' },
  { code: '49', place: '德国' },
  { code: '33', place: '法国' },
  { code: '61', place: '澳大利亚' },
  { code: '66', place: '泰国' },
  { code: '84', place: '越南' },
  { code: '62', place: '印度尼西亚' },
  { code: '91', place: '印度' },
  { code: '971', place: '阿联酋' },
] as const

/** The code that these digits begin with; others than the ones on offer are typed in full. */
export function codeAtStart(digits: string): string | undefined {
  return DIAL_CODES.find(({ code }) => digits.startsWith(code))?.code
}
