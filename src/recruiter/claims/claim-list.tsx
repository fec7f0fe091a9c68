import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { useCloudNow } from '@/services/clock'
import { loadWords, useReload } from '@/services/reload'
import { isMore } from '../whole-list'
import { ClaimRow } from './claim-row'
import { useClaims } from './store'

type Props = {
  /** An application's id. */
  selected: string | null
  onOpen: (applicationId: string) => void
}

export function ClaimList({ selected, onOpen }: Props) {
  const { phase, load, more } = useClaims()
  const now = useCloudNow()
  useReload(phase.name === 'failed' ? phase.failure : null, () => void load())
  if (phase.name === 'loading') return <Skeleton shape='list' />
  if (phase.name === 'failed') {
    return <ErrorState title='没有加载出来' hint={loadWords(phase.failure)} onRetry={() => void load()} />
  }
  if (phase.rows.length === 0) {
    return <Empty title='没有待裁定的归属' hint='候选人说推荐人不对，或者同事有异议时，会出现在这里' />
  }
  return (
    <>
      <Card className='claims__rows'>
        <View role='list'>
          {phase.pages.map((claims, page) => (
            <View key={page} className='claims__page'>
              {claims.map((claim) => (
                <ClaimRow
                  key={claim.id}
                  claim={claim}
                  now={now}
                  selected={claim.applicationId !== null && claim.applicationId === selected}
                  onOpen={() => claim.applicationId && onOpen(claim.applicationId)}
                />
              ))}
            </View>
          ))}
        </View>
      </Card>
      {isMore(phase) && (
        <Button kind='plain' onTap={more}>
          再看一些
        </Button>
      )}
      <View className='claims__keys'>J / K 或 ↑ ↓ 换一件，Enter 到右边裁定</View>
    </>
  )
}
