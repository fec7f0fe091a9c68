import { Page } from '@/components/page'
import { goBack } from '@/services/navigate'
import { PeopleOnly } from '../people-only'
import { Messages } from './messages'
import './index.scss'

export default function InboxListPage() {
  return (
    <Page title='消息' onBack={() => void goBack()}>
      <PeopleOnly next='inboxList'>
        <Messages />
      </PeopleOnly>
    </Page>
  )
}
