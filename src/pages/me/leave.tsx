import { useState } from 'react'
import { Card } from '@/components/card'
import { Cell } from '@/components/cell'
import { dialog } from '@/services/dialog'
import { provesBy } from '@/services/phone-proof'
import { useSession } from '@/services/session'

/** In WeChat there is nothing to leave: the platform says who is there. */
export function Leave() {
  const signOut = useSession((state) => state.signOut)
  const [leaving, setLeaving] = useState(false)
  if (provesBy === 'wechat') return null

  const leave = async () => {
    if (leaving) return
    const body = '这台设备上没填完的内容会清掉，之后可以用手机号再登录。'
    if (!(await dialog.confirm({ title: '退出登录？', body, yes: '退出', no: '留下' }))) return
    setLeaving(true)
    await signOut()
    setLeaving(false)
    dialog.toast('已退出登录')
  }
  return (
    <Card flush>
      <Cell
        label='退出登录'
        value={leaving ? '正在退出…' : undefined}
        onTap={() => void leave()}
        testId='sign-out'
      />
    </Card>
  )
}
