import type { JobCard } from '@/contract/calls/job'
import { Card } from '@/components/card'
import { Cell } from '@/components/cell'
import { SectionTitle } from '@/components/section-title'
import { goToTab, replaceWith } from '@/services/navigate'

const SHOWN = 5

/** Where to go on from a job that takes nobody. The share one came by goes along. */
export function OtherJobs({ jobs, token }: { jobs: readonly JobCard[]; token: string | undefined }) {
  if (jobs.length === 0) return null
  return (
    <>
      <SectionTitle
        title='在招的职位'
        more={{ label: `全部 ${jobs.length}`, onTap: () => void goToTab('jobs') }}
      />
      <Card flush className='job-others'>
        {jobs.slice(0, SHOWN).map(({ id, title, department, city }) => (
          <Cell
            key={id}
            label={title}
            note={department}
            value={city}
            onTap={() => void replaceWith('job', { id, token })}
          />
        ))}
      </Card>
    </>
  )
}
