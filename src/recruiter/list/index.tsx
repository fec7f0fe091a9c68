import { Page } from '@/components/page'
import { goBack } from '@/services/navigate'
import { RecruitersOnly } from '../recruiters-only'
import { Desk } from './desk'

export default function RecruiterListPage() {
  return (
    <Page title='推荐列表' onBack={() => void goBack()} wide>
      <RecruitersOnly>
        <Desk />
      </RecruitersOnly>
    </Page>
  )
}
