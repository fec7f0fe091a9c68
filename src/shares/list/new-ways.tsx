import { useState } from 'react'
import type { OwnShare } from '@/contract/calls/share'
import { Card } from '@/components/card'
import { Cell } from '@/components/cell'
import { SectionTitle } from '@/components/section-title'
import { goTo } from '@/services/navigate'
import { NewShare } from './new-share'

/** `onMade` gets the id of a new link; a new poster opens its own page. */
export function NewWays({ onMade }: { onMade: (id: string) => void }) {
  const [making, setMaking] = useState<'poster' | 'link' | null>(null)
  const made = ({ id, channel }: OwnShare) => {
    setMaking(null)
    if (channel === 'poster') void goTo('sharesPoster', { id })
    else onMade(id)
  }
  return (
    <>
      <SectionTitle title='新建一个' />
      <Card flush className='shares-ways'>
        <Cell
          label='做一张海报'
          note='发朋友圈、校招群，或打印出来'
          onTap={() => setMaking('poster')}
          testId='new-poster'
        />
        <Cell
          label='生成一个链接'
          note='贴在签名、帖子、邮件里'
          onTap={() => setMaking('link')}
          testId='new-link'
        />
        <Cell
          label='转发一张卡片'
          note='发给微信好友或群，标题自己写'
          onTap={() => void goTo('sharesCard', {})}
          testId='new-card'
        />
      </Card>
      {making && <NewShare channel={making} onMade={made} onClose={() => setMaking(null)} />}
    </>
  )
}
