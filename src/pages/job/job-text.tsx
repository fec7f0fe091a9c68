import { View } from '@tarojs/components'
import type { JobDetail } from '@/contract/calls/job'
import { Card } from '@/components/card'

export function JobText({ job }: { job: JobDetail }) {
  const paragraphs = job.description.split(/\n+/).filter(Boolean)
  return (
    <>
      <Card>
        <View className='job-text__title' role='heading'>
          做什么
        </View>
        {paragraphs.map((paragraph, index) => (
          <View key={index} className='job-text__paragraph'>
            {paragraph}
          </View>
        ))}
      </Card>
      <Points title='一定要有' points={job.hardRequirements} />
      <Points title='有了更好' points={job.softTraits} />
      <Points title='说实话的部分' hint='难的地方先说清楚' points={job.challenges} />
    </>
  )
}

function Points({ title, hint, points }: { title: string; hint?: string; points: readonly string[] }) {
  if (points.length === 0) return null
  return (
    <Card>
      <View className='job-text__title' role='heading'>
        {title}
      </View>
      {hint && <View className='job-text__hint'>{hint}</View>}
      <View role='list'>
        {points.map((point) => (
          <View key={point} className='job-text__point' role='listitem'>
            {point}
          </View>
        ))}
      </View>
    </Card>
  )
}
