import Taro from '@tarojs/taro'
import type { Presence, Visibility } from './face'

let presence: Presence = { visible: true, online: true }
let listening = false
const watchers = new Set<(presence: Presence) => void>()

function change(part: Partial<Presence>): void {
  presence = { ...presence, ...part }
  watchers.forEach((tell) => tell(presence))
}

/** WeChat answers "online?" only asynchronously, so the state is kept here from the first watcher on. */
function listen(): void {
  if (listening) return
  listening = true
  Taro.onAppShow(() => change({ visible: true }))
  Taro.onAppHide(() => change({ visible: false }))
  Taro.onNetworkStatusChange(({ isConnected }) => change({ online: isConnected }))
  void Taro.getNetworkType().then(
    ({ networkType }) => networkType === 'none' && change({ online: false }),
    () => undefined,
  )
}

export const visibility = {
  now: () => presence,
  watch: (changed) => {
    listen()
    watchers.add(changed)
    return () => void watchers.delete(changed)
  },
} satisfies Visibility
