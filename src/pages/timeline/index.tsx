import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { goBack } from '@/services/navigate'

export default function TimelinePage() {
  return (
    <Page title='进度详情' onBack={() => void goBack()}>
      <Empty title='进度详情' />
    </Page>
  )
}
