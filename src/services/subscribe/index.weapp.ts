import Taro from '@tarojs/taro'
import type { Template } from '@/domain/notices/event'
import { useSession } from '../session'
import type { NewsOutcome, Subscribe } from './face'
import { offerOf, silentOnes, type OwnTemplate } from './offer'
import { report } from './report'
import { lookAtSettings, useSettings } from './settings'
import { failureWords, readAnswer } from './answers'

const ownTemplates = () => useSession.getState().me?.templates ?? []
const settingsNow = () => useSettings.getState().settings

function askForNews(keys: readonly Template[]): Promise<NewsOutcome> {
  const { ask } = offerOf(ownTemplates(), keys, settingsNow())
  return ask.length === 0 ? Promise.resolve({ kind: 'settings' }) : request(ask)
}

function renewNews(keys: readonly Template[]): void {
  const silent = silentOnes(ownTemplates(), keys, settingsNow())
  if (silent.length > 0) void request(silent)
}

/** The call to WeChat stands first: it must happen in the tap. */
function request(asked: readonly OwnTemplate[]): Promise<NewsOutcome> {
  // Taro's types ask for the other platform's ids, too.
  return Taro.requestSubscribeMessage({ tmplIds: asked.map(({ id }) => id), entityIds: [] }).then(
    (told) => read(told, asked),
    (failure: unknown): NewsOutcome => failureWords(failure),
  )
}

async function read(told: object, asked: readonly OwnTemplate[]): Promise<NewsOutcome> {
  const said = new Map<string, unknown>(Object.entries(told))
  const settings = await lookAtSettings()
  const answers = asked.flatMap(({ key, id }) => {
    const answer = readAnswer(said.get(id))
    return answer ? [{ template: key, answer, always: settings?.items[id] === answer }] : []
  })
  const credits = answers.length > 0 ? report(answers) : Promise.resolve(null)
  if (answers.some(({ answer }) => answer === 'accept')) return { kind: 'accepted', credits }
  if (answers.some(({ answer }) => answer === 'reject')) return { kind: 'rejected' }
  return failureWords(null)
}

export const subscribe = { askForNews, renewNews } satisfies Subscribe
