import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { goBack } from '@/services/navigate'

export default function RecruiterDetailPage() {
  return (
    <Page title='推荐详情' onBack={() => void goBack()}>
      <Empty title='推荐详情' />
    </Page>
  )
}
