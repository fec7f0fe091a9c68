import { Page } from '@/components/page'
import { goBack } from '@/services/navigate'
import { RecruitersOnly } from '../recruiters-only'
import { ShareList } from './share-list'
import './index.scss'

export default function RecruiterSharesPage() {
  return (
    <Page title='可疑来源' onBack={() => void goBack()} wide>
      <RecruitersOnly>
        <ShareList />
      </RecruitersOnly>
    </Page>
  )
}
