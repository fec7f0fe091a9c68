import type { JobDetail } from '@/contract/calls/job'
import { goToTab } from '@/services/navigate'
import { remember } from '@/services/storage'

/** To the form with this job chosen. A tab takes no parameters, so the job goes there as the one used last. */
export async function referFriendFor({ id, title, city }: JobDetail): Promise<void> {
  remember('referral-job', { id, title, city })
  await goToTab('home')
}
