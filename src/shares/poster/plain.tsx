import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Picture } from '@/components/picture'
import { clipboard } from '@/services/clipboard'
import { dialog } from '@/services/dialog'

/** Where no poster can be drawn: its code and its link, which lead to the same place. */
export function Plain({ code, link }: { code: string; link: string | null }) {
  const copy = async (text: string) => {
    const copied = await clipboard.copy(text)
    dialog.toast(copied ? '链接已复制' : '没有复制成功，请长按上面的链接复制')
  }
  return (
    <Card>
      <View className='poster-plain'>
        <View className='poster-plain__words'>
          这台设备画不了海报。扫下面的码和扫海报一样，来源记在你名下；长按可以保存。
        </View>
        <View className='poster-plain__code'>
          <Picture src={code} label='海报上的二维码' testId='plain-code' />
        </View>
        {link && (
          <>
            <Text className='poster-plain__link' userSelect>
              {link}
            </Text>
            <Button onTap={() => void copy(link)} testId='copy-link'>
              复制链接
            </Button>
          </>
        )}
      </View>
    </Card>
  )
}
