import { View } from '@tarojs/components'
import type { ShareLanding } from '@/contract/calls/share'
import { Empty } from '@/components/empty'
import { SectionTitle } from '@/components/section-title'
import { JobCard } from '../job-card'
import { JobRows } from '../job-rows'

/** The job that is recommended; the open ones where there is none or it has closed. */
export function Jobs({ landing, token }: { landing: ShareLanding; token: string }) {
  const { job, jobs } = landing
  if (job?.takesReferrals) return <JobCard job={job} token={token} />
  return (
    <>
      {job && <JobCard job={job} token={token} />}
      {jobs.length === 0 ? (
        <Empty title='眼下没有在招的职位' hint='过些天再打开看看，新职位一开放就会出现在这里' />
      ) : (
        <>
          <SectionTitle title='在招职位' />
          <View className='invitation__hint'>点开一个职位，看清楚再投递，来源会一直带着</View>
          <JobRows jobs={jobs} token={token} />
        </>
      )}
    </>
  )
}
