import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { useStore } from 'zustand'
import { Page } from '@/components/page'
import { goBack } from '@/services/navigate'
import { PeopleOnly } from '../people-only'
import { Choices } from './choices'
import { SavedLine } from './saved-line'
import { makeSettings } from './store'
import './index.scss'

export default function InboxSettingsPage() {
  const [store] = useState(makeSettings)
  const saving = useStore(store, (state) => state.saving)
  // WeChat's own settings may have been opened from here.
  useDidShow(() => void store.getState().load())
  return (
    <Page
      title='提醒设置'
      onBack={() => void goBack()}
      footer={saving.name === 'untouched' ? undefined : <SavedLine saving={saving} />}
    >
      <PeopleOnly next='inboxSettings'>
        <Choices store={store} />
      </PeopleOnly>
    </Page>
  )
}
