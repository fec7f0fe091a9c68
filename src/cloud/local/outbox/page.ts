import { html, raw } from 'hono/html'
import { clockWords, dayWords, shanghaiDay } from '@/domain/shanghai'
import { spacePhone } from '@/domain/phone'
import type { OutboxEntry } from './read'
import { STYLE } from './style'
import { channelWords, kindWords, stateWords } from './words'

type Html = ReturnType<typeof html>

const LINK = /(https?:\/\/[^\s，。）]+)/

/** The outbox as a page that needs no script: it loads itself again every two seconds. */
export function outboxPage(entries: readonly OutboxEntry[], publicUrl: string, now: Date): Html {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <meta http-equiv="refresh" content="2" />
        <title>发件箱 · 伯乐</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <h1>发件箱</h1>
          <p class="about">
            本地的短信、企业微信、微信服务通知和邮件都到这里，不会真的发出。每两秒刷新一次，最新的在最上面。
          </p>
          ${entries.length === 0 ? EMPTY : entries.map((entry) => card(entry, publicUrl, now))}
        </main>
      </body>
    </html>`
}

const EMPTY = html`<section class="empty">
  <p>还没有要发出的消息。</p>
  <p>登录时要一个验证码，发出一份邀请，或者推进一位候选人，它就会出现在这里。</p>
</section>`

function card(entry: OutboxEntry, publicUrl: string, now: Date): Html {
  const { kind, title, body, opens, at, state } = entry
  const code = kind === 'login-code' ? body?.match(/\d{6}/)?.[0] : undefined
  return html`<article>
    <header>
      <h2>${whom(entry)}</h2>
      <span class="tag">${channelWords(entry)}</span>
      <span class="tag">${kindWords(entry)}</span>
      <time datetime="${at.toISOString()}">${when(at, now)}</time>
    </header>
    ${code ? html`<p class="code">${code}</p>` : ''}
    ${title === null ? '' : html`<p class="title">${title}</p>`}
    <p class="body">${body === null ? '内容已删除' : withLinks(body)}</p>
    ${opens === null ? '' : html`<p><a href="${address(opens, publicUrl)}">点开后的页面</a></p>`}
    <footer class="${state}">${stateWords(entry, now)}</footer>
  </article>`
}

function whom({ to, name }: OutboxEntry): string {
  const number = to === null ? '号码已删除' : spacePhone(to.replace(/^\+86/, ''))
  return name === null ? number : `${name} ${number}`
}

function withLinks(body: string): (Html | string)[] {
  return body.split(LINK).map((part) => (LINK.test(part) ? html`<a href="${part}">${part}</a>` : part))
}

/** A page of the mini-program is the same page of the web build. */
function address(opens: string, publicUrl: string): string {
  return /^https?:/.test(opens) ? opens : `${publicUrl}/#/${opens}`
}

function when(at: Date, now: Date): string {
  const sameDay = shanghaiDay(at).date === shanghaiDay(now).date
  return sameDay ? clockWords(at) : `${dayWords(at)} ${clockWords(at)}`
}
