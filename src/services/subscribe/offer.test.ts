import type { Template } from '@/domain/notices/event'
import { offerOf, silentOnes, type OwnTemplate, type Settings } from './offer'

const own = (key: Template, always: OwnTemplate['always'] = null): OwnTemplate => ({
  key,
  id: `id-${key}`,
  always,
})
const templates = [own('progress'), own('answer'), own('task')]
const settings = (items: Settings['items'], on = true): Settings => ({ on, items })
const idsOf = (some: readonly OwnTemplate[]) => some.map(({ id }) => id)

describe('what is offered', () => {
  it.each<[string, readonly OwnTemplate[], Settings | null, string, string[]]>([
    ['nothing, without templates', [], null, 'none', []],
    ['nothing, when the company has others only', [own('task')], null, 'none', []],
    ['the question, before the device was looked at', templates, null, 'ask', ['id-progress', 'id-answer']],
    [
      'the question without what the cloud remembers as refused for good',
      [own('progress', 'reject'), own('answer')],
      null,
      'ask',
      ['id-answer'],
    ],
    ['the way to the settings, when all are refused', [own('progress', 'reject')], null, 'settings', []],
    [
      'the question again, once the settings have nothing of it any more',
      [own('progress', 'reject')],
      settings({}),
      'ask',
      ['id-progress'],
    ],
    [
      'the way to the settings, when the device says so',
      [own('progress')],
      settings({ 'id-progress': 'reject' }),
      'settings',
      [],
    ],
    [
      'the way to the settings, when the switch for all is off',
      templates,
      settings({}, false),
      'settings',
      [],
    ],
    [
      'nothing, for what WeChat has banned',
      [own('progress')],
      settings({ 'id-progress': 'ban' }),
      'none',
      [],
    ],
    [
      'the question that WeChat answers by itself',
      [own('progress', 'accept')],
      settings({ 'id-progress': 'accept' }),
      'ask',
      ['id-progress'],
    ],
  ])('%s', (_what, some, known, offer, ids) => {
    const found = offerOf(some, ['progress', 'answer'], known)
    expect([found.offer, idsOf(found.ask)]).toEqual([offer, ids])
  })
})

describe('what may be asked without a word', () => {
  it.each<[string, Settings | null, string[]]>([
    ['nothing before the device was looked at, whatever the cloud remembers', null, []],
    ['nothing that WeChat would ask about', settings({ 'id-answer': 'reject' }), []],
    [
      'what WeChat always accepts',
      settings({ 'id-progress': 'accept', 'id-task': 'accept' }),
      ['id-progress'],
    ],
    ['nothing while the switch for all is off', settings({ 'id-progress': 'accept' }, false), []],
  ])('%s', (_what, known, ids) => {
    const all = [own('progress', 'accept'), own('answer', 'accept'), own('task')]
    expect(idsOf(silentOnes(all, ['progress', 'answer'], known))).toEqual(ids)
  })
})
