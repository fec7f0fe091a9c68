import type { JobCard } from '@/contract/calls/job'
import { searchJobs } from '@/services/open-jobs'

export type Wanted = { words: string; city: string | undefined }

/** Open jobs in this city whose title, department or city holds every word that was typed. */
export function findJobs(jobs: readonly JobCard[], { words, city }: Wanted): readonly JobCard[] {
  return searchJobs(jobs, words).filter((job) => city === undefined || job.city === city)
}

/** Where there are jobs, the city with the most of them first. */
export function citiesOf(jobs: readonly JobCard[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { city } of jobs) counts.set(city, (counts.get(city) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'zh')).map(([city]) => city)
}
