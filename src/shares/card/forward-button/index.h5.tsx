import { Button } from '@/components/button'
import { dialog } from '@/services/dialog'
import { share } from '@/services/share'
import type { ForwardButton as Face } from './face'

export const ForwardButton = (({ title, url, disabled }) => {
  const forward = async () => {
    const outcome = await share.shareLink({ title, url })
    if (outcome === 'copied') dialog.toast('链接已复制，打开微信粘贴给朋友')
    if (outcome === 'refused') dialog.toast('浏览器不允许转发，请长按下面的链接复制')
  }
  return (
    <Button disabled={disabled} onTap={() => void forward()} testId='forward'>
      转发
    </Button>
  )
}) satisfies Face
