/** Every page by name, with what it is opened with. The only place that spells a path. */
export const pathOf = {
  home: '/pages/home/index',
  jobs: '/pages/jobs/index',
  progress: '/pages/progress/index',
  me: '/pages/me/index',
  job: '/pages/job/index',
  invitation: '/pages/invitation/index',
  prove: '/pages/prove/index',
  apply: '/pages/apply/index',
  timeline: '/pages/timeline/index',
  recruiterList: '/recruiter/list/index',
  recruiterDetail: '/recruiter/detail/index',
  recruiterClaims: '/recruiter/claims/index',
  recruiterShares: '/recruiter/shares/index',
  recruiterDeliveries: '/recruiter/deliveries/index',
  sharesList: '/shares/list/index',
  sharesPoster: '/shares/poster/index',
  sharesCard: '/shares/card/index',
  inboxList: '/inbox/list/index',
  inboxSettings: '/inbox/settings/index',
} as const

export type Route = keyof typeof pathOf

/** In the order of the tab bar. */
export const TABS = ['home', 'jobs', 'progress', 'me'] as const satisfies readonly Route[]
export type Tab = (typeof TABS)[number]

/** `token` is a share's token: it alone says who invites, to which job. */
export type ParamsOf = {
  home: Record<never, string>
  jobs: Record<never, string>
  progress: Record<never, string>
  me: Record<never, string>
  job: { id: string; token?: string }
  /** WeChat itself opens it with `scene` (a 小程序码) or `q` (a scanned link); old cards with `t`. */
  invitation: { token: string; t?: string; scene?: string; q?: string }
  prove: { next?: Route; token?: string; job?: string }
  apply: { token?: string; job?: string }
  /** `as`: from which seat, where somebody may have two. */
  timeline: { id: string; as?: 'candidate' | 'referrer' }
  recruiterList: { filter?: string }
  recruiterDetail: { id: string }
  recruiterClaims: Record<never, string>
  recruiterShares: Record<never, string>
  recruiterDeliveries: Record<never, string>
  sharesList: Record<never, string>
  sharesPoster: { id: string }
  /** Without a job the card is for all open ones. */
  sharesCard: { job?: string }
  inboxList: Record<never, string>
  inboxSettings: Record<never, string>
}

export const isTab = (route: Route): route is Tab => TABS.some((tab) => tab === route)

/** The address inside the app: '/pages/job/index?id=7'. Empty parameters are left out. */
export function addressOf<R extends Route>(route: R, params: ParamsOf[R]): string {
  const query = Object.entries<string | undefined>(params)
    .flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []))
    .join('&')
  return query ? `${pathOf[route]}?${query}` : pathOf[route]
}
