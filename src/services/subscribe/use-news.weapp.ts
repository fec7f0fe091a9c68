import { useEffect, useState } from 'react'
import { useSession } from '../session'
import type { NewsOutcome, UseNews } from './face'
import { subscribe } from './index.weapp'
import { offerOf } from './offer'
import { sendKept } from './report'
import { lookAtSettings, openSettings, useSettings } from './settings'

const NONE: never[] = []

const WORDS = {
  accepted: '记下了，下一次有进展会在微信里告诉你',
  rejected: '好，不打扰你，新进展在「消息」里都能看到',
  settings: '微信里关着这种提醒，打开后再点一次',
}

const wordsOf = (outcome: NewsOutcome) => (outcome.kind === 'failed' ? outcome.words : WORDS[outcome.kind])

export const useNews = ((keys) => {
  const templates = useSession(({ me }) => me?.templates) ?? NONE
  const settings = useSettings((state) => state.settings)
  const [asking, setAsking] = useState(false)
  const [words, setWords] = useState<string | null>(null)
  const [credits, setCredits] = useState<number | null>(null)
  const { offer } = offerOf(templates, keys, settings)

  const some = templates.length > 0
  useEffect(() => {
    if (!some) return
    void lookAtSettings()
    sendKept()
  }, [some])

  const heard = async (outcome: NewsOutcome) => {
    setAsking(false)
    setWords(wordsOf(outcome))
    // The switch for all is off: the settings tell, and the button leads there.
    if (outcome.kind === 'settings') await lookAtSettings()
    if (outcome.kind === 'accepted') setCredits(await outcome.credits)
  }
  const tap = () => {
    if (asking) return
    setAsking(true)
    if (offer === 'ask') return void subscribe.askForNews(keys).then(heard)
    void openSettings().then(() => {
      setAsking(false)
      setWords(null)
    })
  }
  return { offer, asking, words, credits, tap }
}) satisfies UseNews
