import type { SharePreview } from '../store/share-preview'

export type LinkWords = { title: string; description: string }

/** What the preview card of a link says. Nothing of the candidate, no amount: product.md, "Who owns the referral", clause 8. */
export function linkWords(preview: SharePreview | null, company: string): LinkWords {
  if (!preview) return { title: '看看在招的职位', description: `${company}正在招人，看看有没有适合你的。` }
  const { referrer, department, job } = preview
  const from = `来自${company} · ${department}的内推`
  if (!job)
    return {
      title: `${referrer}邀请你看看在招的职位`,
      description: `${from}。点开看看，合适的一分钟就能投递。`,
    }
  return {
    title: `${referrer}邀请你看看：${job.title}`,
    description: `${from}，工作地点${job.city}。点开看看，觉得合适一分钟就能投递。`,
  }
}
