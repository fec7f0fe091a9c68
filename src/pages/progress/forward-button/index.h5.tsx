import { Button } from '@/components/button'
import { dialog } from '@/services/dialog'
import { share } from '@/services/share'
import type { ForwardButton as Face } from './face'

export const ForwardButton = (({ title, url }) => {
  const forward = async () => {
    const outcome = await share.shareLink({ title, url })
    if (outcome === 'copied') dialog.toast('链接已复制，打开微信粘贴给 TA')
    if (outcome === 'refused') dialog.toast('浏览器不允许转发，请用「复制链接」')
  }
  return <Button onTap={() => void forward()}>转发到微信</Button>
}) satisfies Face
