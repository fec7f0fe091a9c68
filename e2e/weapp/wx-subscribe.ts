import { WxFailure, wxApi } from './wx-api'

export type Choice = 'accept' | 'reject'

/** What a person says to subscribe messages, and what WeChat keeps of it. Templates are known by their ids. */
export type Subscriptions = {
  /** What is tapped on the panel; whatever is not in it is accepted. */
  choices: Record<string, Choice>
  /** 「总是保持以上选择」 is ticked on the panel. */
  tick: boolean
  /** What WeChat answers by itself since then: no panel comes up for these. */
  kept: Record<string, Choice>
  /** The switch for all of them, in WeChat's settings of this mini-program. */
  on: boolean
  /** What the person changes while these settings are open. */
  inSettings: { kept?: Record<string, Choice>; on?: boolean }
  /** Templates of each question, in order: those of which WeChat was asked, and those that came up on a panel. */
  asked: string[][]
  panels: string[][]
  /** A tap is being handled: outside of one WeChat asks nothing. */
  tapping: boolean
  /** As WeChat counts: how many messages it would still let through. */
  credits: Map<string, number>
}

export const newSubscriptions = (): Subscriptions => ({
  ...{ choices: {}, tick: false, kept: {}, on: true, inSettings: {} },
  ...{ asked: [], panels: [], tapping: false, credits: new Map() },
})

const MOST = 5

export function subscriptions(state: Subscriptions): Record<string, unknown> {
  function ask(ids: readonly string[], tapped: boolean): Record<string, Choice> {
    if (!tapped) throw new WxFailure('requestSubscribeMessage:fail can only be invoked by user TAP gesture.')
    if (ids.length === 0) throw new WxFailure("requestSubscribeMessage:fail TmplIds can't be empty", 10001)
    if (ids.length > MOST)
      throw new WxFailure('requestSubscribeMessage:fail Template count out of max bounds', 20003)
    if (!state.on) throw new WxFailure('requestSubscribeMessage:fail The main switch is switched off', 20004)
    state.asked.push([...ids])
    const open = ids.filter((id) => !state.kept[id])
    if (open.length > 0) state.panels.push(open)
    const answers = Object.fromEntries(
      ids.map((id) => [id, state.kept[id] ?? state.choices[id] ?? 'accept'] as const),
    )
    if (state.tick) for (const id of open) state.kept[id] = answers[id] ?? 'accept'
    for (const id of ids)
      if (answers[id] === 'accept') state.credits.set(id, (state.credits.get(id) ?? 0) + 1)
    return answers
  }

  return {
    requestSubscribeMessage: (options: { tmplIds: string[] }) => {
      const { tapping } = state
      return wxApi('requestSubscribeMessage', ({ tmplIds }: { tmplIds: string[] }) => ask(tmplIds, tapping))(
        options,
      )
    },
  }
}
