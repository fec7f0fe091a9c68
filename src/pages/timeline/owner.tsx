import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Timeline } from '@/contract/calls/progress'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { Tappable } from '@/components/tappable'
import { shanghaiDay } from '@/domain/shanghai'
import type { Seat } from './steps'

const WHY: Record<Seat, (owner: string, until: string) => readonly string[]> = {
  candidate: (owner, until) => [
    `你接受了${owner}的邀请再投递，所以这次推荐记在 TA 名下。投递那一刻就定下来，之后不会再变。`,
    `保护期到 ${until}；如果流程还在进行，会延长到结束。期间换职位，推荐人也还是 TA。`,
    '推荐记在谁名下，不影响你的进度和结果。如果记错了，请告诉跟进你的招聘同事，由 HR 核对更正。',
  ],
  referrer: (_owner, until) => [
    'TA 接受了你的邀请再投递，所以来源记在你名下。投递那一刻就定下来，之后不会再变。',
    `保护期到 ${until}；如果流程还在进行，会延长到结束。期间 TA 换职位，推荐人也还是你。`,
    '如果你认为记录有误，可以联系招聘同事核对。',
  ],
}

/** Whose referral it is, until when, and the rule behind it. */
export function Owner({ timeline, seat }: { timeline: Timeline; seat: Seat }) {
  const [open, setOpen] = useState(false)
  const { owner } = timeline
  if (!owner) return <View className='timeline__owner timeline__small'>这次投递没有内推人</View>
  const until = shanghaiDay(new Date(timeline.protectedUntil)).date
  return (
    <View className='timeline__owner timeline__small'>
      <View>
        推荐归属：{seat === 'referrer' ? '你' : owner.name} · 保护至 {until}
      </View>
      <Tappable className='timeline__link' label='为什么记在这里' onTap={() => setOpen(true)}>
        为什么？
      </Tappable>
      <Sheet open={open} title='推荐归属怎么定' onClose={() => setOpen(false)}>
        <View className='timeline__why'>
          {WHY[seat](owner.name, until).map((words) => (
            <View key={words}>{words}</View>
          ))}
          <Button kind='plain' onTap={() => setOpen(false)}>
            知道了
          </Button>
        </View>
      </Sheet>
    </View>
  )
}
