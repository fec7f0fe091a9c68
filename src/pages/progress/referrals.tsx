import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import { FILTER_NAMES, FILTERS, NOTHING } from './filters'
import type { ProgressItem } from '@/contract/calls/progress'
import { Chips } from '@/components/chips'
import { Empty } from '@/components/empty'
import { goTo } from '@/services/navigate'
import { referralWords } from '@/services/referral-words'
import { ItemList } from './item-list'
import type { InvitationStore } from './invitation-store'
import type { ListStore } from './list-store'

/** The number is not known here: it is typed once more. */
const actionOf = ({ again }: ProgressItem) =>
  again ? { label: '再次推荐', onTap: () => void goTo('home') } : undefined

type ReferralsProps = { list: StoreApi<ListStore>; invitation: StoreApi<InvitationStore>; now: Date }

/** Everybody I have referred: one line each, whatever became of it. */
export function Referrals({ list, invitation, now }: ReferralsProps) {
  const { phase, filter, choose } = useStore(list)
  const { open } = invitation.getState()
  const counts = phase.name === 'shown' ? phase.page.counts : undefined
  const onOpen = (item: ProgressItem) =>
    void (item.kind === 'invitation' ? open(item.id) : goTo('timeline', { id: item.id }))
  const { title, hint } = NOTHING[filter]
  const action = filter === 'all' ? { label: '去推荐', onTap: () => void goTo('home') } : undefined

  return (
    <>
      {counts && counts.all > 0 && (
        <View className='progress__filters'>
          <Chips
            label='按状态筛选'
            options={FILTERS.map((value) => ({ value, label: `${FILTER_NAMES[value]} ${counts[value]}` }))}
            value={filter}
            onChange={(chosen) => void choose(chosen ?? 'all')}
          />
        </View>
      )}
      <ItemList
        store={list}
        wordsOf={(item, calendar) => referralWords(item, now, calendar)}
        onOpen={onOpen}
        actionOf={actionOf}
        empty={<Empty title={title} hint={hint} action={action} />}
      />
    </>
  )
}
