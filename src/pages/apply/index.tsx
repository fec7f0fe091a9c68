import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { goBack } from '@/services/navigate'

export default function ApplyPage() {
  return (
    <Page title='投递' onBack={() => void goBack()}>
      <Empty title='投递' />
    </Page>
  )
}
