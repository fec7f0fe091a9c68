import Taro from '@tarojs/taro'
import { create } from 'zustand'
import type { Settings } from './offer'

/** Null until this device was asked. */
export const useSettings = create<{ settings: Settings | null }>()(() => ({ settings: null }))

/** Reads what WeChat answers by itself: only templates for which 「总是保持以上选择」 was ticked are listed there. */
export function lookAtSettings(): Promise<Settings | null> {
  return Taro.getSetting({ withSubscriptions: true }).then(note, () => useSettings.getState().settings)
}

/** Opens WeChat's settings of this mini-program; to be called in a tap. */
export function openSettings(): Promise<Settings | null> {
  return Taro.openSetting({ withSubscriptions: true }).then(note, () => useSettings.getState().settings)
}

/** Old versions of WeChat tell nothing, and leave parts out. */
function note(told: { subscriptionsSetting?: Partial<Taro.SubscriptionsSetting> }): Settings | null {
  const { subscriptionsSetting: said } = told
  if (!said) return useSettings.getState().settings
  const settings = { on: said.mainSwitch !== false, items: { ...said.itemSettings } }
  useSettings.setState({ settings })
  return settings
}
