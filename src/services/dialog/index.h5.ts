import type { Dialog, Question } from './face'
import './index.scss'

const element = (tag: string, className: string, words = '') => {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = words
  return made
}

let fading: number | undefined

function toast(words: string): void {
  const place = document.querySelector('.b-toast') ?? element('div', 'b-toast')
  place.setAttribute('role', 'status')
  document.body.append(place)
  place.textContent = words
  window.clearTimeout(fading)
  fading = window.setTimeout(() => place.remove(), 2500)
}

/** Taro's own modal on the web cannot be reached with a keyboard, hence this one. */
function confirm({
  title,
  body = '',
  yes = '确定',
  no = '取消',
  danger = false,
}: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const before = document.activeElement
    const shade = element('div', 'b-ask')
    const box = element('div', 'b-ask__box')
    const refuse = element('button', 'b-ask__answer', no)
    const agree = element('button', `b-ask__answer b-ask__answer--${danger ? 'danger' : 'yes'}`, yes)
    const answers = element('div', 'b-ask__answers')
    answers.append(refuse, agree)
    box.append(element('div', 'b-ask__title', title), element('div', 'b-ask__body', body), answers)
    box.setAttribute('role', 'alertdialog')
    box.setAttribute('aria-modal', 'true')
    box.setAttribute('aria-label', body ? `${title}。${body}` : title)
    shade.append(box)

    const finish = (answer: boolean) => {
      document.removeEventListener('keydown', onKey, true)
      shade.remove()
      if (before instanceof HTMLElement) before.focus()
      resolve(answer)
    }
    const onKey = (event: KeyboardEvent) => {
      event.stopPropagation()
      if (event.key === 'Escape') finish(false)
      if (event.key !== 'Tab') return
      event.preventDefault()
      ;(document.activeElement === agree ? refuse : agree).focus()
    }
    refuse.addEventListener('click', () => finish(false))
    agree.addEventListener('click', () => finish(true))
    document.addEventListener('keydown', onKey, true)
    document.body.append(shade)
    ;(danger ? refuse : agree).focus()
  })
}

export const dialog = { toast, confirm } satisfies Dialog
