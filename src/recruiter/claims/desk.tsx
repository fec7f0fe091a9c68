import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { touches, useLive } from '@/services/live'
import { goTo } from '@/services/navigate'
import { Case } from '../case/case'
import { useCase } from '../case/use-case'
import { useDeskWidth } from '../desk-width'
import { LiveBar } from '../live-bar'
import { rulingElementId } from '../ownership/contested'
import { focusInto, useRowKeys } from '../row-keys'
import { ClaimList } from './claim-list'
import { useClaims } from './store'

const NOTHING: readonly never[] = []

/** What waits for a decision; in a wide window with the application beside it, where it is decided. */
export function ClaimsDesk() {
  const wide = useDeskWidth()
  const phase = useClaims((state) => state.phase)
  const { load } = useClaims.getState()
  /** Kept by application: the claim goes with the decision, the application stays in sight. */
  const [chosen, setChosen] = useState<string | null>(null)
  const beside = useCase(wide ? chosen : null)

  const claims = phase.name === 'ready' ? phase.pages.flat() : NOTHING
  const decidable = claims.filter(({ applicationId }) => applicationId !== null)
  const first = decidable[0]?.applicationId ?? null
  const refresh = () => {
    void load()
    void beside?.load()
  }
  const { offlineSince } = useLive((change) => {
    void load()
    if (chosen && touches(change, chosen)) void beside?.load()
  })
  const offline = offlineSince !== null

  useEffect(() => {
    if (!offline) void load()
  }, [load, offline])
  useDidShow(() => void load())
  useEffect(() => {
    if (wide && first) setChosen((now) => now ?? first)
  }, [wide, first])
  // A decision made here is no news to its maker, and goes from the list all the same.
  useEffect(() => {
    return beside?.ruling.subscribe(({ phase }) => {
      if (phase.name === 'ruled') void useClaims.getState().load()
    })
  }, [beside])
  const applicationOf = (id: string) => decidable.find((claim) => claim.id === id)?.applicationId ?? null
  useRowKeys({
    ids: decidable.map(({ id }) => id),
    current: decidable.find(({ applicationId }) => applicationId === chosen)?.id ?? null,
    onMove: (id) => setChosen(applicationOf(id)),
  })

  const open = (id: string) => {
    setChosen(id)
    if (!wide) return void goTo('recruiterDetail', { id })
    focusInto(rulingElementId(id))
  }
  return (
    <>
      <LiveBar since={offlineSince} onRetry={refresh} />
      <View className='claims'>
        <View className='claims__list'>
          <ClaimList selected={wide ? chosen : null} onOpen={open} />
        </View>
        {beside && (
          <View className='claims__case'>
            <Case key={chosen} file={beside} />
          </View>
        )}
      </View>
    </>
  )
}
