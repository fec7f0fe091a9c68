import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { goBack } from '@/services/navigate'

export default function JobPage() {
  return (
    <Page title='职位' onBack={() => void goBack()}>
      <Empty title='职位' />
    </Page>
  )
}
