import { Page } from '@/components/page'
import { goBack, useParams } from '@/services/navigate'
import { Case } from '../case/case'
import { RecruitersOnly } from '../recruiters-only'

export default function RecruiterDetailPage() {
  const { id = '' } = useParams('recruiterDetail')
  return (
    <Page title='推荐详情' onBack={() => void goBack()} wide>
      <RecruitersOnly>
        <Case key={id} id={id} />
      </RecruitersOnly>
    </Page>
  )
}
