import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { OfflineBar } from '@/components/offline-bar'
import { ageWords, useNow } from '@/services/clock'
import { useLive } from '@/services/live'
import { InviteForm } from './invite-form'
import { useOpenJobs } from './job-choice/open-jobs'
import { MoreWays } from './more-ways'
import { Running } from './running/running'
import { useRunning } from './running/running-store'
import { SentSheet } from './sent/sent-sheet'
import { startFor } from './start-for'
import { useHome } from './store'

/** The home of an employee who may refer. */
export function Referring({ personId }: { personId: string }) {
  const sent = useHome((state) => state.phase.name === 'sent')
  const loadRunning = useRunning((state) => state.load)
  const now = useNow()
  const refresh = () => {
    useHome.getState().takeJob()
    void useOpenJobs.getState().load()
  }
  // Its first show is over before this part of the page is there.
  useEffect(() => {
    startFor(personId)
    refresh()
  }, [personId])
  useDidShow(refresh)
  const { offlineSince } = useLive((change) => {
    void loadRunning()
    if (change === 'everything') refresh()
  })
  useEffect(() => void loadRunning(), [personId, sent, loadRunning])

  return (
    <>
      <OfflineBar
        offline={offlineSince !== null}
        age={offlineSince ? ageWords(offlineSince, now) : undefined}
      />
      <View className='home-title' role='heading'>
        今天想推荐谁？
      </View>
      <View className='home-hint'>输入 TA 的手机号，一键发出邀请，来源自动记在你名下</View>
      <InviteForm />
      <MoreWays />
      <Running />
      <SentSheet />
    </>
  )
}
