import type { OutputOf } from '@/contract/call'
import type { CallOf } from '@/contract/calls'
import { TEMPLATES, type Template } from '@/domain/notices/event'
import { unknownYear } from '../calendar'
import type { Context } from '../context'
import { smsSetting, templateSetting } from '../delivery/settings'
import type { Refusals } from '../store/delivery/refusals'

type Warning = OutputOf<CallOf<'delivery.list'>>['warnings'][number]

const TITLES: Record<Template, { name: string; readers: string }> = {
  progress: { name: '进展提醒', readers: '候选人和内推人' },
  answer: { name: '邀请答复', readers: '候选人和内推人' },
  task: { name: '待办提醒', readers: '招聘同事' },
}

/** What an administrator has to look after, in sentences that say how. Empty while all is well. */
export function warningsFor(ctx: Context, refusals: Refusals): Warning[] {
  return [
    ...calendar(ctx.now),
    ...TEMPLATES.flatMap((one) => ofTemplate(one, ctx, refusals)),
    ...ofTexts(ctx, refusals),
  ]
}

function calendar(now: Date): Warning[] {
  const year = unknownYear(now)
  if (year === null) return []
  const words = `还不知道 ${year} 年的放假安排，答复期限暂按周一到周五计算。请升级 chinese-days 后重新部署。`
  return [{ kind: 'calendar', template: null, words }]
}

function ofTemplate(template: Template, { config }: Context, refusals: Refusals): Warning[] {
  const { name, readers } = TITLES[template]
  if (!config.templates.has(template)) {
    const words = `没有配置“${name}”的订阅消息模板，${readers}不在小程序里时收不到微信提醒，只能看收件箱。请在微信公众平台选好模板，填进 BOLE_TEMPLATES。`
    return [{ kind: 'template-missing', template, words }]
  }
  const refused = refusals[template]
  if (refused?.setting !== templateSetting(config, template)) return []
  const words = `微信不接受“${name}”的订阅消息模板（${refused.reason}），暂时停用，收件箱照常。请核对微信公众平台上的模板和 BOLE_TEMPLATES 里的编号、字段；改好后几小时内会自动再试，发出一条后恢复。`
  return [{ kind: 'template-refused', template, words }]
}

function ofTexts({ config }: Context, refusals: Refusals): Warning[] {
  const kinds = [
    ['login-code', '验证码'],
    ['invitation', '邀请'],
  ] as const
  return kinds.flatMap(([kind, name]) => {
    const refused = refusals[kind]
    if (refused?.setting !== smsSetting(config, kind)) return []
    const words = `短信服务商不接受${name}短信（${refused.reason}）。请到服务商控制台核对签名和模板，改好后重发下面的短信。`
    return [{ kind: 'sms-refused' as const, template: null, words }]
  })
}
