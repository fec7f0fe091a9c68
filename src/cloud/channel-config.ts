import * as v from 'valibot'
import { TEMPLATES, type Template } from '@/domain/notices/event'
import type { TextKind } from './doors/sms/face'

/** What a template of ours can say. A company's template has a WeChat field for some of them. */
export const TEMPLATE_FACTS = ['who', 'job', 'stage', 'time', 'note'] as const
export type TemplateFact = (typeof TEMPLATE_FACTS)[number]

/** One subscribe-message template: its id, and the WeChat field of each fact, such as `thing1`. */
export type TemplateConfig = { id: string; fields: Partial<Record<TemplateFact, string>> }

export type SmsConfig = {
  secretId: string
  secretKey: string
  /** Of the SMS application, not of the mini-program. */
  sdkAppId: string
  region: string
  signName: string
  /** Ids of approved templates. A provider that takes no recruiting texts still carries login codes. */
  templates: Record<'login-code', string> & Partial<Record<TextKind, string>>
}

export type WecomConfig = { corpId: string; agentId: number; secret: string; appId: string }

/** `url`: smtp(s)://user:password@host:port. `from`: an address, or a name with one in angle brackets. */
export type MailConfig = { url: string; from: string }

/** The channels a company may open; all of them are closed until it does. */
export type ChannelConfig = {
  /** Templates that are not in it are not asked for and nothing is sent with them. */
  templates: ReadonlyMap<Template, TemplateConfig>
  /** Which edition of the mini-program a message opens. */
  miniProgramState: 'formal' | 'trial' | 'developer'
  sms: SmsConfig | null
  /** The last part of the address at which the provider tells replies to texts. */
  smsReplyKey: string | null
  wecom: WecomConfig | null
  mail: MailConfig | null
}

const filled = v.pipe(v.string('is missing'), v.trim(), v.minLength(1, 'is missing'))
const matching = (pattern: RegExp, words: string) => v.pipe(filled, v.regex(pattern, words))

const FIELD = /^(thing|phrase|name|time|date|character_string|number|letter|symbol|amount|const|enum)\d{1,2}$/
const template = v.strictObject(
  {
    id: v.pipe(v.string('must be a text'), v.minLength(1, 'is empty')),
    fields: v.pipe(
      v.strictObject(
        v.entriesFromList(
          TEMPLATE_FACTS,
          v.optional(
            v.pipe(v.string('must be a text'), v.regex(FIELD, 'must be a WeChat field such as thing1')),
          ),
        ),
        `may have ${TEMPLATE_FACTS.join(', ')} only`,
      ),
      v.check((fields) => Object.keys(fields).length > 0, 'names no field'),
      v.check(
        (fields) => new Set(Object.values(fields)).size === Object.keys(fields).length,
        'names a field twice',
      ),
    ),
  },
  'must have id and fields, nothing else',
)

const TEMPLATES_WORDS = `must be an object with ${TEMPLATES.join(', ')} in it, nothing else`

const general = v.object({
  BOLE_TEMPLATES: v.optional(
    v.pipe(
      v.string(),
      v.parseJson(undefined, 'is not JSON'),
      v.check((value) => !Array.isArray(value), TEMPLATES_WORDS),
      v.strictObject(v.entriesFromList(TEMPLATES, v.optional(template)), TEMPLATES_WORDS),
    ),
    '{}',
  ),
  BOLE_MINIPROGRAM_STATE: v.optional(
    v.picklist(['formal', 'trial', 'developer'], 'must be formal, trial or developer'),
    'formal',
  ),
  BOLE_SMS: v.optional(v.picklist(['off', 'tencent'], 'must be off or tencent'), 'off'),
  BOLE_SMS_REPLY_KEY: v.optional(
    matching(/^[A-Za-z0-9_-]{24,100}$/, 'must be 24 to 100 of A–Z, a–z, 0–9, _ and -'),
  ),
})

const sms = v.object({
  BOLE_SMS_SECRET_ID: filled,
  BOLE_SMS_SECRET_KEY: filled,
  BOLE_SMS_APP_ID: matching(/^\d+$/, 'must be digits only'),
  BOLE_SMS_REGION: v.optional(
    matching(/^[a-z]+-[a-z]+$/, 'must be a region such as ap-guangzhou'),
    'ap-guangzhou',
  ),
  BOLE_SMS_SIGN: filled,
  BOLE_SMS_TEMPLATE_CODE: matching(/^\d+$/, 'must be digits only'),
  BOLE_SMS_TEMPLATE_INVITATION: v.optional(matching(/^\d+$/, 'must be digits only')),
})

const wecom = v.object({
  BOLE_WECOM_CORP_ID: filled,
  BOLE_WECOM_AGENT_ID: v.pipe(matching(/^\d+$/, 'must be digits only'), v.transform(Number)),
  BOLE_WECOM_SECRET: filled,
  BOLE_WECOM_APP_ID: matching(/^wx[0-9a-f]{16}$/, 'must be the AppID of the mini-program, wx and 16 more'),
})

const mail = v.object({
  BOLE_MAIL_URL: matching(/^smtps?:\/\/[^\s/]+$/, 'must be smtp:// or smtps:// with a server'),
  BOLE_MAIL_FROM: matching(/^[^\r\n<>]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'must be an address'),
})

/**
 * Reads what the environment says of the channels. A variable that is empty is not set. What is missing or malformed is
 * added to `problems`; with a new one among them the answer is not to be used.
 */
export function readChannels(environment: NodeJS.ProcessEnv, problems: string[]): ChannelConfig {
  const env = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const begun = (prefix: string) => Object.keys(env).some((name) => name.startsWith(prefix))

  const said = read(general, env, problems)
  const texts = said?.BOLE_SMS === 'tencent' ? read(sms, env, problems, 'BOLE_SMS=tencent') : null
  const work = begun('BOLE_WECOM_') ? read(wecom, env, problems, 'the others of WeCom') : null
  const post = begun('BOLE_MAIL_') ? read(mail, env, problems, 'the others of mail') : null

  return {
    templates: new Map(
      TEMPLATES.flatMap((name) => {
        const found = said?.BOLE_TEMPLATES[name]
        return found ? [[name, found]] : []
      }),
    ),
    miniProgramState: said?.BOLE_MINIPROGRAM_STATE ?? 'formal',
    smsReplyKey: said?.BOLE_SMS_REPLY_KEY ?? null,
    sms: texts && {
      secretId: texts.BOLE_SMS_SECRET_ID,
      secretKey: texts.BOLE_SMS_SECRET_KEY,
      sdkAppId: texts.BOLE_SMS_APP_ID,
      region: texts.BOLE_SMS_REGION,
      signName: texts.BOLE_SMS_SIGN,
      templates: {
        'login-code': texts.BOLE_SMS_TEMPLATE_CODE,
        ...(texts.BOLE_SMS_TEMPLATE_INVITATION ? { invitation: texts.BOLE_SMS_TEMPLATE_INVITATION } : {}),
      },
    },
    wecom: work && {
      corpId: work.BOLE_WECOM_CORP_ID,
      agentId: work.BOLE_WECOM_AGENT_ID,
      secret: work.BOLE_WECOM_SECRET,
      appId: work.BOLE_WECOM_APP_ID,
    },
    mail: post && { url: post.BOLE_MAIL_URL, from: post.BOLE_MAIL_FROM },
  }
}

function read<Schema extends v.GenericSchema>(
  schema: Schema,
  env: object,
  problems: string[],
  because?: string,
): v.InferOutput<Schema> | null {
  const result = v.safeParse(schema, env)
  if (result.success) return result.output
  problems.push(...problemsOf(result.issues, because))
  return null
}

/** A line for each, naming the variable and never its value. `because`: why one that is missing is asked for. */
export function problemsOf(issues: readonly v.BaseIssue<unknown>[], because?: string): string[] {
  return issues.map((issue) => {
    const missing = issue.received === 'undefined' || issue.message === 'is missing'
    const words = missing ? `is missing${because ? `, and ${because} needs it` : ''}` : issue.message
    return `${v.getDotPath(issue)} ${words}`
  })
}
