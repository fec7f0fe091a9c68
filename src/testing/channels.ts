import type { ChannelConfig } from '@/cloud/channel-config'

/** Every channel is open, as far as a configuration can open it. */
export const CHANNELS: ChannelConfig = {
  templates: new Map([
    [
      'progress',
      { id: 'tpl-progress', fields: { job: 'thing1', stage: 'phrase2', time: 'time3', note: 'thing4' } },
    ],
    ['answer', { id: 'tpl-answer', fields: { who: 'name1', job: 'thing2', note: 'thing3' } }],
    ['task', { id: 'tpl-task', fields: { who: 'name1', job: 'thing2', time: 'time3', note: 'thing4' } }],
  ]),
  miniProgramState: 'formal',
  sms: null,
  smsReplyKey: null,
  wecom: null,
  mail: null,
}
