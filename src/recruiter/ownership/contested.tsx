import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import { Card } from '@/components/card'
import type { ExplanationState } from '@/services/explanation'
import { RulingForm } from '../ruling/form'
import type { RulingState } from '../ruling/store'
import { Claim } from './claim'

/** The id of the element where it is decided. */
export const rulingElementId = (applicationId: string) => `ruling-${applicationId}`

type Props = { id: string; explaining: StoreApi<ExplanationState>; ruling: StoreApi<RulingState> }

/** What waits for a decision about the owner, with the decision; nothing at all where nothing is contested. */
export function Contested({ id, explaining, ruling }: Props) {
  const phase = useStore(explaining, (state) => state.phase)
  const ruled = useStore(ruling, (state) => state.phase.name === 'ruled' && state.phase.contested)
  if (phase.name !== 'shown') return null
  const { claims, owner } = phase.explanation
  if (claims.length === 0 && !ruled) return null
  return (
    <Card>
      <View className='case-title' role='heading'>
        {claims.length > 0 ? '待裁定：推荐归谁' : '推荐归属'}
      </View>
      {claims.length > 0 && (
        <View className='ownership__claims' role='list'>
          {claims.map((claim) => (
            <Claim key={claim.id} claim={claim} />
          ))}
        </View>
      )}
      <View id={rulingElementId(id)}>
        <RulingForm store={ruling} owner={owner} contested settled={claims.length === 0} />
      </View>
    </Card>
  )
}
