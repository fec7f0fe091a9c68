import { openCompany, type Colleague, type Company } from './company'
import { referring } from './referring'

/** A company in which colleagues refer: Lin and Wang, Chen who recruits, and a job of hers. */
export type ReferredCompany = {
  company: Company
  by: ReturnType<typeof referring>
  lin: Colleague
  wang: Colleague
  chen: Colleague
  jobId: string
}

export async function openReferredCompany(): Promise<ReferredCompany> {
  const company = await openCompany()
  const chen = await company.colleague({ role: 'recruiter', name: '陈思' })
  return {
    company,
    by: referring(company),
    lin: await company.colleague(),
    wang: await company.colleague({ name: '王磊', department: '数据平台部' }),
    chen,
    jobId: await company.job({ recruiter: chen }),
  }
}
