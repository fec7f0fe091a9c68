import { html, raw } from 'hono/html'
import { clockWords, dayWords, momentWords, shanghaiDay } from '@/domain/shanghai'
import { spacePhone } from '@/domain/phone'
import type { OutboxText } from './read'
import { STYLE } from './style'

type Html = ReturnType<typeof html>

const KINDS: Record<OutboxText['kind'], string> = { 'login-code': '验证码', invitation: '邀请' }
const LINK = /(https?:\/\/[^\s，。）]+)/

/** The outbox as a page that needs no script: it loads itself again every two seconds. */
export function outboxPage(texts: readonly OutboxText[], now: Date): Html {
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
          <p class="about">本地的短信都到这里，不会真的发出。每两秒刷新一次，最新的在最上面。</p>
          ${texts.length === 0 ? EMPTY : texts.map((text) => card(text, now))}
        </main>
      </body>
    </html>`
}

const EMPTY = html`<section class="empty">
  <p>还没有短信。</p>
  <p>登录时要一个验证码，或者发出一份邀请，它就会出现在这里。</p>
</section>`

function card(text: OutboxText, now: Date): Html {
  const { to, kind, body } = text
  const code = kind === 'login-code' ? body?.match(/\d{6}/)?.[0] : undefined
  return html`<article>
    <header>
      <h2>${to === null ? '号码已删除' : spacePhone(to.replace(/^\+86/, ''))}</h2>
      <span class="tag">${KINDS[kind]}</span>
      <time datetime="${text.at.toISOString()}">${when(text.at, now)}</time>
    </header>
    ${code ? html`<p class="code">${code}</p>` : ''}
    <p class="body">${body === null ? '内容已删除' : withLinks(body)}</p>
    <footer class="${text.state}">${stateWords(text, now)}</footer>
  </article>`
}

function withLinks(body: string): (Html | string)[] {
  return body.split(LINK).map((part) => (LINK.test(part) ? html`<a href="${part}">${part}</a>` : part))
}

function when(at: Date, now: Date): string {
  const sameDay = shanghaiDay(at).date === shanghaiDay(now).date
  return sameDay ? clockWords(at) : `${dayWords(at)} ${clockWords(at)}`
}

function stateWords({ state, runAt }: OutboxText, now: Date): string {
  if (state === 'waiting') return runAt > now ? `夜里不打扰，${momentWords(runAt)} 发出` : '正在发出'
  return {
    sent: '已送达',
    dropped: '没有发出：邀请已撤回、拒绝或删除',
    dead: '没有发出：多次尝试都没有成功',
  }[state]
}
