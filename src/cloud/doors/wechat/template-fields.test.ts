import { templateFields } from './template-fields'

const NOW = new Date('2026-11-26T14:00:00+08:00')
const facts = {
  who: '周宁',
  job: '高级前端工程师（构建与工程效率方向，上海）',
  stage: '部门评估',
  time: '2026年11月26日 14:00',
  note: '初筛通过，已转给用人部门，约定 11 月 26 日 前答复',
}

it.each([
  [
    'a field for each',
    { who: 'name1', job: 'thing2', stage: 'phrase3', time: 'time4', note: 'thing5' },
    facts,
    {
      name1: '周宁',
      thing2: '高级前端工程师（构建与工程效率方向，上…',
      phrase3: '部门评估',
      time4: '2026年11月26日 14:00',
      thing5: '初筛通过，已转给用人部门，约定 11…',
    },
  ],
  ['only what the template has', { stage: 'phrase9' }, facts, { phrase9: '部门评估' }],
  [
    'a number the referrer typed instead of a name',
    { who: 'name1' },
    { who: '138****8000' },
    { name1: '候选人' },
  ],
  [
    'the same in a field that takes digits',
    { who: 'thing1' },
    { who: '138****8000' },
    { thing1: '138****8000' },
  ],
  [
    'nothing known',
    { who: 'thing1', job: 'thing2', stage: 'phrase3', time: 'date4', note: 'thing5' },
    {},
    {
      thing1: '候选人',
      thing2: '在招职位',
      phrase3: '进展提醒',
      date4: '2026年11月26日 14:00',
      thing5: '点开查看',
    },
  ],
])('fills the template from what is known: %s', (_what, fields, known, filled) => {
  expect(templateFields({ id: 'tpl', fields }, known, NOW)).toEqual(filled)
})
