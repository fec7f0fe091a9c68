import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { goBack } from '@/services/navigate'

export default function RecruiterListPage() {
  return (
    <Page title='推荐列表' onBack={() => void goBack()}>
      <Empty title='推荐列表' />
    </Page>
  )
}
