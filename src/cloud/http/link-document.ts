import { html, raw } from 'hono/html'
import type { LinkWords } from './link-words'

/** Colours and sizes of the product, written out: most people see this page for a blink. */
const STYLE = `
body { margin: 0; background: #f6f4f0; color: #1b2024; font: 15px/1.5 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', system-ui, sans-serif }
main { max-width: 480px; margin: 0 auto; padding: 64px 16px; text-align: center }
h1 { font-size: 20px; font-weight: 600; margin: 0 0 8px }
p { color: #59626b; margin: 0 0 24px }
a { display: block; padding: 12px 16px; border-radius: 999px; background: #17635f; color: #fff; text-decoration: none }
a + a { margin-top: 12px; background: none; color: #17635f }
`

/**
 * The page behind a link: a preview card for whoever shows one, and no script. It leads on at once, to `app` where an
 * address opens the mini-program, else to the web page, which stays a second way.
 */
export function linkDocument(page: {
  words: LinkWords
  company: string
  address: string
  web: string
  app: string | null
}) {
  const { words, company, address, web, app } = page
  return html`<!doctype html>
    <html lang="zh-CN" prefix="og: https://ogp.me/ns#">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${words.title}</title>
        <meta name="description" content="${words.description}" />
        <meta name="robots" content="noindex" />
        <meta property="og:type" content="website" />
        <meta property="og:site_name" content="${company}" />
        <meta property="og:title" content="${words.title}" />
        <meta property="og:description" content="${words.description}" />
        <meta property="og:url" content="${address}" />
        <meta name="twitter:card" content="summary" />
        <meta http-equiv="refresh" content="0; url=${app ?? web}" />
        <link rel="icon" href="data:," />
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <h1>${words.title}</h1>
          <p>${words.description}</p>
          ${app ? html`<a href="${app}">在微信里打开</a>` : ''}
          <a href="${web}">打开内推页面</a>
        </main>
      </body>
    </html>`
}
