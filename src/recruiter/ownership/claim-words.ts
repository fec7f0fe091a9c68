import type { OpenClaim } from '@/contract/calls/source'

/** What is contested, and by whom: 「周宁说推荐人是另一位同事」. */
export function claimWords({ kind, by }: Pick<OpenClaim, 'kind' | 'by'>): string {
  return kind === 'claimed' ? `${by ?? '候选人'}说推荐人是另一位同事` : `${by ?? '一位同事'}提出异议`
}

/** Whose it is so far. */
export function soFarWords({ owner, applicationId }: Pick<OpenClaim, 'owner' | 'applicationId'>): string {
  if (applicationId === null) return 'TA 还没有投递，投递后再裁定'
  return owner ? `现归${owner.name}所有` : '现在无人归属'
}
