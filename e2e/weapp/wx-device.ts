import { statSync } from 'node:fs'
import path from 'node:path'
import { wxApi } from './wx-api'
import { newPictures, pictures, type Pictures } from './wx-pictures'
import { settings } from './wx-settings'
import { newSubscriptions, subscriptions, type Subscriptions } from './wx-subscribe'

export type Modal = { title: string; content: string; yes: string; no: string; close: (yes: boolean) => void }

/** What a person has in the hand beside the mini-program's pages. */
export type Device = {
  /** What stays on the phone when the mini-program is closed. */
  storage: Map<string, unknown>
  clipboard: string
  /** Everything that was said in passing, the newest last. */
  toasts: string[]
  modal: Modal | null
  /** A file in one of the person's chats, by its path: what is offered for choosing. */
  chatFile: string | null
  /** What WeChat's phone button gives to the mini-program; null: the person refuses. */
  phoneCode: string | null
  /** What the camera sees: `path` of a 小程序码 of ours, `result` of any other code; null: the person turns away. */
  inSight: { path?: string; result?: string } | null
  pictures: Pictures
  subscriptions: Subscriptions
  /** How often WeChat's settings of this mini-program were opened. */
  settingsOpened: number
  /** The page is pulled down, and its dots go on until it says that it has loaded. */
  pulled: boolean
  online: boolean
}

type Told = (state: { isConnected: boolean; networkType: string }) => void

export type OpenDevice = { device: Device; wx: Record<string, unknown>; setOnline: (online: boolean) => void }

export function openDevice(storage = new Map<string, unknown>()): OpenDevice {
  const network = new Set<Told>()
  const device: Device = {
    storage,
    clipboard: '',
    toasts: [],
    modal: null,
    chatFile: null,
    phoneCode: null,
    inSight: null,
    pictures: newPictures(),
    subscriptions: newSubscriptions(),
    settingsOpened: 0,
    pulled: false,
    online: true,
  }
  return {
    device,
    wx: {
      ...{ ...memory(device), ...talk(device), ...chats(device), ...connection(device, network) },
      ...{ ...camera(device), ...pictures(device.pictures) },
      ...{ ...subscriptions(device.subscriptions), ...settings(device) },
    },
    setOnline: (online) => {
      device.online = online
      network.forEach((tell) => tell({ isConnected: online, networkType: online ? 'wifi' : 'none' }))
    },
  }
}

const copyOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function memory(device: Device): Record<string, unknown> {
  const { storage } = device
  return {
    getStorageSync: (key: string) => (storage.has(key) ? copyOf(storage.get(key)) : ''),
    setStorageSync: (key: string, value: unknown) => void storage.set(key, copyOf(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
    setClipboardData: wxApi('setClipboardData', ({ data }: { data: string }) => {
      device.clipboard = data
      device.toasts.push('内容已复制')
    }),
    getClipboardData: wxApi('getClipboardData', () => ({ data: device.clipboard })),
  }
}

type Question = { title?: string; content?: string; confirmText?: string; cancelText?: string }

function talk(device: Device): Record<string, unknown> {
  return {
    stopPullDownRefresh: wxApi('stopPullDownRefresh', () => {
      device.pulled = false
    }),
    showToast: wxApi('showToast', ({ title }: { title: string }) => void device.toasts.push(title)),
    showModal: wxApi('showModal', ({ title = '', content = '', confirmText, cancelText }: Question) => {
      const long = [confirmText, cancelText].find((words) => words && words.length > 4)
      if (long) throw new Error(`showModal:fail 「${long}」 has more than 4 characters`)
      return new Promise<object>((resolve) => {
        const close = (yes: boolean) => {
          device.modal = null
          resolve({ confirm: yes, cancel: !yes })
        }
        device.modal = { title, content, yes: confirmText ?? '确定', no: cancelText ?? '取消', close }
      })
    }),
  }
}

function chats(device: Device): Record<string, unknown> {
  return {
    chooseMessageFile: wxApi('chooseMessageFile', ({ extension }: { extension?: string[] }) => {
      const { chatFile } = device
      const kind = path.extname(chatFile ?? '').slice(1)
      if (!chatFile || (extension && !extension.includes(kind)))
        throw new Error('chooseMessageFile:fail cancel')
      const { size } = statSync(chatFile)
      return { tempFiles: [{ name: path.basename(chatFile), path: chatFile, size, type: 'file', time: 0 }] }
    }),
  }
}

function camera(device: Device): Record<string, unknown> {
  return {
    scanCode: wxApi('scanCode', () => {
      if (!device.inSight) throw new Error('scanCode:fail cancel')
      return { result: '', ...device.inSight, scanType: device.inSight.path ? 'WX_CODE' : 'QR_CODE' }
    }),
  }
}

function connection(device: Device, network: Set<Told>): Record<string, unknown> {
  return {
    getNetworkType: wxApi('getNetworkType', () => ({ networkType: device.online ? 'wifi' : 'none' })),
    onNetworkStatusChange: (tell: Told) => void network.add(tell),
    offNetworkStatusChange: (tell: Told) => void network.delete(tell),
  }
}
