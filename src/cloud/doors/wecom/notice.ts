import { cutText, plainLine, takeWhole } from '@/domain/notices/cut-text'

/** A 小程序通知 as WeCom takes it. */
export type MiniProgramNotice = {
  appid: string
  page?: string
  title: string
  content_item: { key: string; value: string }[]
}

const TITLE = { from: 4, to: 12 }
const VALUE = 30
const ITEMS = 10
/** Where a line may end without a reader stumbling. */
const PAUSES = [...'，。；：！？、']

/**
 * Title and body within WeCom's limits: a title of 4 to 12 characters, at most 10 lines of 30. A body that needs more is cut
 * at the end of the last one.
 */
export function miniProgramNotice(
  message: { title: string; body: string; page: string | null },
  appId: string,
): MiniProgramNotice {
  const lines = linesOf(message.body)
  return {
    appid: appId,
    // Without a page a tap on it leads nowhere.
    ...(message.page === null ? {} : { page: message.page }),
    title: titleOf(plainLine(message.title)),
    content_item: lines.map((value, index) => ({ key: index === 0 ? '内容' : '接上', value })),
  }
}

/** Counted as the strictest would: a Latin letter is half a character at the lower limit and a whole one at the upper. */
function titleOf(title: string): string {
  const widths = [...title].map((letter) => (letter.charCodeAt(0) < 0x80 ? 0.5 : 1))
  const width = widths.reduce((sum, one) => sum + one, 0)
  return cutText(width < TITLE.from ? `伯乐提醒 ${title}`.trim() : title, TITLE.to) || '伯乐提醒'
}

function linesOf(body: string): string[] {
  const lines: string[] = []
  for (const paragraph of body.split(/\n+/)) {
    let rest = plainLine(paragraph)
    while (rest !== '' && lines.length < ITEMS) {
      const last = lines.length === ITEMS - 1
      const line = last ? cutText(rest, VALUE) : firstLine(rest)
      if (line === '') break
      lines.push(line.trim())
      rest = last ? '' : rest.slice(line.length).trim()
    }
  }
  return lines
}

function firstLine(text: string): string {
  if (text.length <= VALUE) return text
  const whole = takeWhole(text, VALUE)
  const pause = Math.max(...PAUSES.map((mark) => whole.lastIndexOf(mark)))
  return pause < VALUE / 3 ? whole : whole.slice(0, pause + 1)
}
