import type { Timeline } from '@/contract/calls/progress'
import type { WordsSheetProps } from '@/components/words-sheet'
import type { Seat } from '../steps'

/** Whose it is now, as one seat reads it. A referrer is never told who has it instead. */
export function ownerWords(owner: Timeline['owner'], seat: Seat): string {
  if (seat === 'referrer') return owner ? '归你所有' : '已调整'
  return owner ? `${owner.name} · ${owner.department}` : '没有内推人'
}

/** The way to say that it is wrong. */
export function disputeWords(seat: Seat, owned: boolean): string {
  if (seat === 'referrer') return '我有异议'
  return owned ? '推荐我的是另一位同事' : '其实有同事推荐过我'
}

export const DISPUTE_SHEET: Record<
  Seat,
  Pick<WordsSheetProps, 'title' | 'hint' | 'label' | 'placeholder' | 'deed' | 'done' | 'after'>
> = {
  candidate: {
    title: '是谁推荐了你？',
    hint: '写下 TA 的姓名和部门，以及经过。HR 会核对，不影响你的进度和结果。',
    label: '告诉 HR',
    placeholder: '例如：是数据部的王磊，11 月初在微信上推荐我的',
    deed: '交给 HR 核对',
    done: '已交给 HR',
    after: 'HR 会核对，结论会写在「为什么？」里。不影响你的进度和结果。',
  },
  referrer: {
    title: '我有异议',
    hint: '每次推荐可以提一次，HR 会核对。',
    label: '你认为应该怎样，为什么',
    placeholder: '例如：我 11 月初先发了邀请，TA 答应通过我投递',
    deed: '提交异议',
    done: '异议已提交',
    after: 'HR 会核对，结论会写在「为什么？」里。',
  },
}
