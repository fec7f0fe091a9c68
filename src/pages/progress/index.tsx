import { Empty } from '@/components/empty'
import { Page } from '@/components/page'

export default function ProgressPage() {
  return (
    <Page title='进度'>
      <Empty title='进度' />
    </Page>
  )
}
