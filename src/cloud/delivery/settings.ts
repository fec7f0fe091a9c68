import { TEMPLATES, type Template } from '@/domain/notices/event'
import type { Config } from '../config'
import type { TextKind } from '../doors/sms/face'
import type { Refusal, Refusals } from '../store/delivery/refusals'

/** What a refusal is remembered of: with another template, or other fields, it is forgotten. */
export function templateSetting({ templates }: Pick<Config, 'templates'>, template: Template): string {
  return JSON.stringify(templates.get(template) ?? null)
}

/** The same of a kind of text. */
export function smsSetting({ sms }: Pick<Config, 'sms'>, kind: TextKind): string {
  return sms?.templates[kind] ?? 'none'
}

/** For so long nothing more is tried with a template that was refused: then a repair at WeChat shows by itself. */
const REFUSED_HOURS = 6
/** Fields that break their limits may be those of one message alone: the others are not silenced for long. */
const FIELDS_REFUSED = '47003'
const FIELDS_REFUSED_HOURS = 1

/** Templates that are configured and that WeChat has not refused as they are within the last hours. */
export function openTemplates(
  config: Pick<Config, 'templates'>,
  refusals: Refusals,
  now: Date,
): ReadonlySet<Template> {
  return new Set(
    TEMPLATES.filter(
      (template) =>
        config.templates.has(template) && !counts(refusals[template], templateSetting(config, template), now),
    ),
  )
}

function counts(refusal: Refusal | undefined, setting: string, now: Date): boolean {
  if (refusal?.setting !== setting) return false
  const hours = refusal.reason === FIELDS_REFUSED ? FIELDS_REFUSED_HOURS : REFUSED_HOURS
  return now.getTime() < Date.parse(refusal.at) + hours * 3_600_000
}
