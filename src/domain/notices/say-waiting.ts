import { dayWords } from '../shanghai'
import type { NoticeSeat } from './event'
import type { NoticeFacts } from './facts'
import { ask, headWords, lateWords, stillDue, type Said } from './phrases'

export function pausedWords(seat: NoticeSeat, facts: NoticeFacts): Said {
  const { pausedUntil } = facts
  const until = pausedUntil === null ? '' : `，到 ${dayWords(pausedUntil)}`
  const note = `TA 想先缓一缓${until}，期间不计时`
  return { title: 'TA 想先缓一缓', body: `${headWords(seat, facts)}：${note}。`, phrase: '暂停计时', note }
}

export function resumedWords(seat: NoticeSeat, facts: NoticeFacts): Said {
  const due = stillDue(facts) ? facts.dueAt : null
  const by = due === null ? '' : seat === 'recruiter' ? `，${ask(facts)}` : `，约定 ${dayWords(due)} 前答复`
  const note = `TA 准备好继续了${by}`
  return { title: 'TA 准备好继续了', body: `${headWords(seat, facts)}：${note}。`, phrase: '继续计时', note }
}

export function escalated(seat: NoticeSeat, facts: NoticeFacts): Said {
  const times = facts.nudges > 1 ? `推荐人催了 ${facts.nudges} 次` : '推荐人催过了'
  return {
    title: '有候选人等了很久',
    body: `${headWords(seat, facts)}：${times}${waited(facts)}，请帮忙推动一下。`,
    phrase: '等待答复',
    note: `${times}，请帮忙推动一下`,
  }
}

/** 「，用人部门评估已超时 2 个工作日」 while it is so. */
function waited({ current, dueAt: due, now, calendar, ...rest }: NoticeFacts): string {
  return current && due !== null && now > due ? `，${lateWords({ ...rest, dueAt: due }, now, calendar)}` : ''
}

export function nudged(facts: NoticeFacts): Said {
  const note = `${facts.colleague?.name ?? '推荐人'}在等答复${waited(facts)}`
  return {
    title: '推荐人催了一下',
    body: `${headWords('recruiter', facts)}：${note}。`,
    phrase: '等待答复',
    note,
  }
}
