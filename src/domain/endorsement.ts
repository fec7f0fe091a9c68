/** Who the candidate is to the referrer. product.md, "endorsement". */
export const RELATIONS = [
  'former-colleague',
  'classmate',
  'friend',
  'former-report',
  'former-manager',
  'relative',
  'online',
  'other',
] as const
export type Relation = (typeof RELATIONS)[number]

export const RELATION_NAMES: Record<Relation, string> = {
  'former-colleague': '前同事',
  classmate: '同学',
  friend: '朋友',
  'former-report': '前下属',
  'former-manager': '前上级',
  relative: '亲属',
  online: '网友',
  other: '其他',
}

/** The referrer's own line is one or two sentences, not a letter. */
export const LINE_LIMIT = 120

/** Lines a referrer may start from; tapping one fills the field, which stays editable. */
export const LINE_STARTERS = ['一起做过项目，很靠谱', '专业过硬，合作过', '正在看机会，很合适'] as const
