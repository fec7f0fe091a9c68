import type { PropsWithChildren } from 'react'
import { usePageNotFound } from '@tarojs/taro'
import { goToTab } from '@/services/navigate'
import '@/styles/global'

export default function App({ children }: PropsWithChildren) {
  usePageNotFound(() => void goToTab('home'))
  return children
}
