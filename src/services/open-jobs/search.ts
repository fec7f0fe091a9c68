import type { JobCard } from '@/contract/calls/job'

/** The jobs whose title, department or city holds every word that was typed. */
export function searchJobs(jobs: readonly JobCard[], typed: string): readonly JobCard[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return jobs.filter(({ title, department, city }) => {
    const text = `${title} ${department} ${city}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
