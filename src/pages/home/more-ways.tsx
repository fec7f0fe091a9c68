import { Card } from '@/components/card'
import { Cell } from '@/components/cell'
import { goTo } from '@/services/navigate'

/** For those whose number one does not have. */
export function MoreWays() {
  return (
    <Card flush className='home-ways'>
      <Cell
        label='更多推荐方式'
        note='海报 · 内推码 · 链接'
        onTap={() => void goTo('sharesList')}
        testId='more-ways'
      />
    </Card>
  )
}
