import { DEMO_CANDIDATE } from '../candidates'
import { ended, invited, overdue, standing, type Fixed, type Outcome } from './outcomes'
import { DEMO_REFERRER } from '../people'

const hers = (fixed: Fixed): Fixed => ({ referrerKey: DEMO_REFERRER, ...fixed })

/** The demo referrer's list: a little of everything, with the demo candidate in the middle of it. */
export const outcomesOfLinXiao: readonly Outcome[] = [
  standing(
    'interview',
    1,
    hers({
      candidateIndex: DEMO_CANDIDATE,
      jobKey: 'senior-frontend',
      relation: 'former-colleague',
      line: '离线下单那套队列是你一手写的，我们现在的收银台正卡在同一个地方。难处职位里都写了，看完再决定。',
      note: '离线下单那一段欢迎细问。目前在职，交接大约需要一个月，晚上七点以后方便接电话。',
    }),
  ),
  overdue('review', 0, hers({ jobKey: 'miniapp-engineer', relation: 'former-report' })),
  standing('applied', 0, hers({ jobKey: 'backend-go', relation: 'classmate' })),
  standing('screening', 0, hers({ jobKey: 'llm-engineer', relation: 'friend' })),
  standing('onboarding', 2, hers({ jobKey: 'senior-frontend', relation: 'former-colleague' })),
  standing('hired', 3, hers({ jobKey: 'backend-go', relation: 'former-colleague' })),
  standing('confirmed', 2, hers({ jobKey: 'interaction-designer', relation: 'former-colleague' })),
  ended('rejected', 'interview', hers({ jobKey: 'senior-frontend', relation: 'online' })),
  ended('withdrawn', 'review', hers({ jobKey: 'realtime-data', relation: 'classmate' })),
  invited(
    'waiting',
    hers({
      jobKey: 'senior-frontend',
      relation: 'former-colleague',
      line: '上次吃饭你说想换个做实事的团队，我第一个想到的就是这里。',
    }),
  ),
  invited('opened', hers({ jobKey: 'miniapp-engineer', relation: 'friend' })),
  invited('expired', hers({ jobKey: null })),
]
