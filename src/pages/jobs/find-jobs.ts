import type { JobCard } from '@/contract/calls/job'

export type Wanted = { words: string; city: string | undefined }

/** Open jobs in this city whose title, department or city holds every word that was typed. */
export function findJobs(jobs: readonly JobCard[], { words, city }: Wanted): readonly JobCard[] {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean)
  return jobs.filter((job) => {
    const text = `${job.title} ${job.department} ${job.city}`.toLowerCase()
    return (city === undefined || job.city === city) && parts.every((part) => text.includes(part))
  })
}

/** Where there are jobs, the city with the most of them first. */
export function citiesOf(jobs: readonly JobCard[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { city } of jobs) counts.set(city, (counts.get(city) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'zh')).map(([city]) => city)
}
