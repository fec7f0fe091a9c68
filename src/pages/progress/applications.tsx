import { useStore, type StoreApi } from 'zustand'
import { Card } from '@/components/card'
import { Cell } from '@/components/cell'
import { Empty } from '@/components/empty'
import { SectionTitle } from '@/components/section-title'
import { dayWords } from '@/domain/shanghai'
import { goTo } from '@/services/navigate'
import { applicationWords } from '@/services/referral-words'
import { ItemList } from './item-list'
import type { ListStore } from './list-store'

/** What waits for my answer first, then what I have applied for. */
export function Applications({ list, now }: { list: StoreApi<ListStore>; now: Date }) {
  const phase = useStore(list, (state) => state.phase)
  const waiting = phase.name === 'shown' ? phase.page.invitations : []
  const some = phase.name === 'shown' && (phase.items?.flat().length ?? 0) > 0
  const nothing = (
    <Empty
      title='还没有投递'
      hint='看到合适的职位，填个姓名就能投递。'
      action={{ label: '看看在招职位', onTap: () => void goTo('jobs') }}
    />
  )

  return (
    <>
      {waiting.length > 0 && (
        <>
          <SectionTitle title='等你答复的邀请' />
          <Card flush>
            {waiting.map(({ id, token, referrer, job, status, expiresAt }) => (
              <Cell
                key={id}
                label={`${referrer.name} 邀请你看看${job ? job.title : '在招的职位'}`}
                note={`${job ? `${job.city} · ` : ''}${dayWords(new Date(expiresAt))}前有效`}
                value={status === 'accepted' ? '继续投递' : '查看'}
                onTap={() => void goTo('invitation', { token })}
              />
            ))}
          </Card>
          {some && <SectionTitle title='我的投递' />}
        </>
      )}
      <ItemList
        store={list}
        wordsOf={(item) => applicationWords(item, now)}
        onOpen={({ id }) => void goTo('timeline', { id })}
        empty={waiting.length > 0 ? null : nothing}
      />
    </>
  )
}
