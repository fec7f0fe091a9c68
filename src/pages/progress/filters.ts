import type { ProgressFilter } from '@/contract/calls/progress'

export const FILTERS = [
  'all',
  'waiting',
  'active',
  'late',
  'ended',
] as const satisfies readonly ProgressFilter[]

export const FILTER_NAMES: Record<ProgressFilter, string> = {
  all: '全部',
  waiting: '等待回应',
  active: '进行中',
  late: '已超时',
  ended: '已结束',
}

/** What an empty list says, and why it is empty. */
export const NOTHING: Record<ProgressFilter, { title: string; hint?: string }> = {
  all: { title: '还没有推荐过谁', hint: '输入一个手机号就能发出邀请，之后每一步都会出现在这里。' },
  waiting: { title: '没有等待回应的邀请' },
  active: { title: '没有进行中的推荐' },
  late: { title: '没有超时的', hint: '超时的推荐会自动提醒招聘同事。' },
  ended: { title: '没有已结束的推荐' },
}
