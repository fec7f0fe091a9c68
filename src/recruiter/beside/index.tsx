import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Case } from '../case/case'
import { LiveBar } from '../live-bar'
import type { Beside } from './use-beside'
import './index.scss'

/** The two panes of `useBeside`: the list, and the application where one stands beside it. */
export function BesideDesk({ beside, children }: { beside: Beside; children: ReactNode }) {
  const { chosen, file, offlineSince, refresh } = beside
  return (
    <>
      <LiveBar since={offlineSince} onRetry={refresh} />
      <View className='desk'>
        <View className='desk__list'>{children}</View>
        {file && (
          <View className='desk__case'>
            <Case key={chosen} file={file} />
          </View>
        )}
      </View>
    </>
  )
}
