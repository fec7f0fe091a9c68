import { TEMPLATES, type Template } from '@/domain/notices/event'
import type { Config } from '../config'
import type { TextKind } from '../doors/sms/face'
import type { Refusals } from '../store/delivery/refusals'

/** What a refusal is remembered of: with another template, or other fields, it is forgotten. */
export function templateSetting({ templates }: Pick<Config, 'templates'>, template: Template): string {
  return JSON.stringify(templates.get(template) ?? null)
}

/** The same of a kind of text. */
export function smsSetting({ sms }: Pick<Config, 'sms'>, kind: TextKind): string {
  return sms?.templates[kind] ?? 'none'
}

/** Templates that are configured and that WeChat has not refused as they are. */
export function openTemplates(config: Pick<Config, 'templates'>, refusals: Refusals): ReadonlySet<Template> {
  return new Set(
    TEMPLATES.filter(
      (template) =>
        config.templates.has(template) && refusals[template]?.setting !== templateSetting(config, template),
    ),
  )
}
