import { fitField } from '@/domain/notices/fit-field'
import type { TemplateConfig, TemplateFact } from '../../channel-config'

/** In place of a fact that is not known, or of which nothing is left that the field could show. */
const NEUTRAL: Record<TemplateFact, string> = {
  who: '候选人',
  job: '在招职位',
  stage: '进展提醒',
  time: '',
  note: '点开查看',
}

/**
 * The fields of a subscribe message under the names that WeChat gave them in this company's template, each within its
 * limits. `facts.time` as 「2026年11月26日 14:00」; without one it is `now`.
 */
export function templateFields(
  { fields }: TemplateConfig,
  facts: Partial<Record<TemplateFact, string>>,
  now: Date,
): Record<string, string> {
  const pairs = Object.entries(fields) as [TemplateFact, string][]
  return Object.fromEntries(
    pairs.map(([fact, field]) => [
      field,
      fitField(field, facts[fact] ?? '', { neutral: NEUTRAL[fact], now }),
    ]),
  )
}
