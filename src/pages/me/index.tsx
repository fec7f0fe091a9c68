import { useState } from 'react'
import { View } from '@tarojs/components'
import { useStore } from 'zustand'
import { Card } from '@/components/card'
import { Cell } from '@/components/cell'
import { ErrorState } from '@/components/error-state'
import { Page } from '@/components/page'
import { SectionTitle } from '@/components/section-title'
import { Skeleton } from '@/components/skeleton'
import { goTo } from '@/services/navigate'
import { loadWords, useReload } from '@/services/reload'
import { useMe, useRole } from '@/services/session'
import { EraseSheet } from './erase-sheet'
import { makeErase } from './erase-store'
import { Erased } from './erased'
import { Leave } from './leave'
import { Stored } from './stored'
import { Told } from './told'
import { Who } from './who'
import './index.scss'

export default function MePage() {
  const { me, failure, load } = useMe()
  const recruiter = useRole('recruiter')
  const admin = useRole('admin')
  const [erase] = useState(makeErase)
  const erased = useStore(erase, ({ phase }) => (phase.name === 'done' ? phase : null))

  useReload(me ? null : failure, () => void load())

  if (!me) {
    return (
      <Page title='我的'>
        {failure ? (
          <ErrorState title='暂时打不开' hint={loadWords(failure)} onRetry={() => void load()} />
        ) : (
          <Skeleton shape='detail' rows={1} />
        )}
      </Page>
    )
  }
  return (
    <Page title='我的'>
      {erased && <Erased {...erased} onClose={erase.getState().reset} />}
      <Who me={me} />
      {me.id !== null && <Told />}
      {me.employee?.mayRefer && (
        <Card flush>
          <Cell
            label='我的推荐方式'
            note='内推码、海报、链接和卡片'
            onTap={() => void goTo('sharesList')}
            testId='shares'
          />
        </Card>
      )}
      {recruiter && (
        <Card flush>
          <Cell
            label='招聘工作台'
            note='看所有投递，推进每一步'
            onTap={() => void goTo('recruiterList')}
            testId='desk'
          />
        </Card>
      )}
      {admin && (
        <Card flush>
          <Cell
            label='没送到的提醒'
            note='看原因，重新发送'
            onTap={() => void goTo('recruiterDeliveries')}
            testId='deliveries'
          />
        </Card>
      )}
      <SectionTitle title='我们存了你的哪些信息' />
      <Stored me={me} />
      {me.id !== null && (
        <View className='me__ends'>
          <Leave />
          <Card flush>
            <Cell
              label='删除我的信息'
              note={me.employee ? '投递里的姓名、简历一并删除' : '号码、姓名、简历一并删除'}
              onTap={erase.getState().ask}
              testId='erase'
            />
          </Card>
        </View>
      )}
      <EraseSheet store={erase} me={me} />
    </Page>
  )
}
