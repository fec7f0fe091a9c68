import type { Stage } from './stages'

export type StageTexts = { candidate: string; referrer: string }

/**
 * What each side reads after a move when the recruiter writes nothing else: for the candidate what happens next,
 * for the referrer where it is. A rejection is kind to both. Recruiters see them filled in and may change every word.
 */
export const STAGE_TEXTS: Record<Stage, StageTexts> = {
  applied: { candidate: '我们收到了，会认真看完你的资料。', referrer: 'TA 已投递，来源记在你名下。' },
  screening: { candidate: '招聘同事正在看你的经历。', referrer: '招聘同事已开始初筛。' },
  review: {
    candidate: '初筛通过，用人部门的同事正在看你的经历。',
    referrer: '初筛通过，已转给用人部门评估。',
  },
  interview: { candidate: '团队想和你当面聊聊，会尽快与你约时间。', referrer: '评估通过，正在约面试。' },
  offer: { candidate: '面试通过，我们会和你沟通 Offer 的细节。', referrer: '面试通过，正在沟通 Offer。' },
  onboarding: {
    candidate: '期待你的加入，入职前有任何问题随时说。',
    referrer: 'TA 接受了 Offer，正在等待入职。',
  },
  hired: { candidate: '欢迎加入，第一周会有同事陪着你。', referrer: 'TA 今天入职了，谢谢你。' },
  confirmed: { candidate: '恭喜转正，很高兴与你同行。', referrer: 'TA 已转正，谢谢你为团队找到这位同事。' },
  rejected: {
    candidate: '谢谢你花时间和我们交流。这个职位这次没有成，你的经历我们很看重，有更合适的机会会再联系你。',
    referrer: '这次没有成，不是 TA 不好，是与这个职位的要求还有距离。谢谢你的推荐。',
  },
  withdrawn: {
    candidate: '已为你结束这次投递，随时欢迎回来。',
    referrer: 'TA 决定暂时不继续了，谢谢你的推荐。',
  },
  expired: { candidate: '这次投递已过期，欢迎再来看看新的职位。', referrer: '这次推荐已过期。' },
  pooled: {
    candidate: '眼下没有合适的位置，我们把你放进了人才库，有机会先想到你。',
    referrer: 'TA 进入了人才库，有合适的职位会再联系。',
  },
}

export const STAGE_TEXT_LIMIT = 300
