import { plainLine } from '@/domain/notices/cut-text'

/** A mail as a reader's client shows it, once as plain text and once as simple HTML. */
export type Letter = { subject: string; text: string; html: string }

/** `link` only when it leads to a web address. No line of it can become a header or a piece of HTML. */
export function writeLetter(mail: {
  subject: string
  lines: readonly string[]
  link: string | null
}): Letter {
  const lines = mail.lines.map(plainLine)
  const link = mail.link !== null && /^https?:\/\//.test(mail.link) ? plainLine(mail.link) : null
  const paragraphs = lines.map((line) => `<p>${escape(line)}</p>`)
  const button = link === null ? [] : [`<p><a href="${escape(link)}">打开查看</a></p>`]
  return {
    subject: plainLine(mail.subject),
    text: [...lines, ...(link === null ? [] : ['', link])].join('\n'),
    html: `<div lang="zh-CN">${[...paragraphs, ...button].join('')}</div>`,
  }
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
