import { Empty } from '@/components/empty'
import { Page } from '@/components/page'

export default function MePage() {
  return (
    <Page title='我的'>
      <Empty title='我的' />
    </Page>
  )
}
