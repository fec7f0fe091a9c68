import Taro from '@tarojs/taro'
import type { Dialog } from './face'

export const dialog = {
  toast: (words) => void Taro.showToast({ title: words, icon: 'none', duration: 2500 }),
  // WeChat cuts the two words off after four characters.
  confirm: ({ title, body = '', yes = '确定', no = '取消', danger = false }) =>
    Taro.showModal({
      title,
      content: body,
      confirmText: yes.slice(0, 4),
      cancelText: no.slice(0, 4),
      confirmColor: danger ? '#1b2024' : '#17635f',
    }).then(
      ({ confirm }) => confirm,
      () => false,
    ),
} satisfies Dialog
