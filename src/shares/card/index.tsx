import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { goBack } from '@/services/navigate'

export default function SharesPage() {
  return (
    <Page title='转发卡片' onBack={() => void goBack()}>
      <Skeleton shape='list' />
    </Page>
  )
}
