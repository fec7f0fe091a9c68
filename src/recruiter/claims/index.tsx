import { Page } from '@/components/page'
import { goBack } from '@/services/navigate'
import { RecruitersOnly } from '../recruiters-only'
import { ClaimsDesk } from './desk'
import './index.scss'

export default function RecruiterClaimsPage() {
  return (
    <Page title='待裁定' onBack={() => void goBack()} wide>
      <RecruitersOnly>
        <ClaimsDesk />
      </RecruitersOnly>
    </Page>
  )
}
