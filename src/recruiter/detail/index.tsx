import { Page } from '@/components/page'
import { goBack, useParams } from '@/services/navigate'
import { RecruitersOnly } from '../recruiters-only'
import { Opened } from './opened'

export default function RecruiterDetailPage() {
  const { id = '' } = useParams('recruiterDetail')
  return (
    <Page title='推荐详情' onBack={() => void goBack()} wide>
      <RecruitersOnly>
        <Opened id={id} />
      </RecruitersOnly>
    </Page>
  )
}
