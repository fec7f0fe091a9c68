import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { ReferralRow } from '@/components/referral-row'
import { SectionTitle } from '@/components/section-title'
import { Skeleton } from '@/components/skeleton'
import { useCloudNow } from '@/services/clock'
import { goTo, goToTab } from '@/services/navigate'
import { loadWords, useReload } from '@/services/reload'
import { referralWords } from '@/services/referral-words'
import { useRunning } from './running-store'

const SHOWN = 3

export function Running() {
  const phase = useRunning((state) => state.phase)
  const all = phase.name === 'ready' && phase.counts.all > 0 ? phase.counts.all : undefined
  return (
    <>
      <SectionTitle
        title='进行中'
        more={all ? { label: `全部 ${all}`, onTap: () => void goToTab('progress') } : undefined}
      />
      <Rows />
    </>
  )
}

function Rows() {
  const phase = useRunning((state) => state.phase)
  const load = useRunning((state) => state.load)
  const now = useCloudNow()
  useReload(phase.name === 'failed' ? phase.failure : null, () => void load())

  if (phase.name === 'loading') return <Skeleton shape='list' rows={2} />
  if (phase.name === 'failed') {
    return (
      <Card>
        <ErrorState title='进度没有加载出来' hint={loadWords(phase.failure)} onRetry={() => void load()} />
      </Card>
    )
  }
  if (phase.items.length === 0) {
    const { waiting } = phase.counts
    const hint = waiting > 0 ? `有 ${waiting} 份邀请在等回应` : '发出第一份邀请，进度会自己出现在这里'
    return (
      <Card>
        <Empty title='还没有进行中的推荐' hint={hint} />
      </Card>
    )
  }
  return (
    <Card flush>
      {phase.items.slice(0, SHOWN).map((item) => (
        <ReferralRow
          key={item.id}
          {...referralWords(item, now, phase.calendar)}
          onTap={() => void goTo('timeline', { id: item.id })}
        />
      ))}
    </Card>
  )
}
