import { asksToStop } from './stop-word'

it.each([
  ...['T', 't', 'TD', 'td ', ' Td。', 'ＴＤ', 'N', 'n', 'R', '退订', '【退订】', '回T', '回复TD', '"T"'],
  ...['我要退订', '退 订', '拒收', '请取消订阅'],
])('takes %j for a wish to get no more texts', (reply) => {
  expect(asksToStop(reply)).toBe(true)
})

it.each(['', '好的', 'TT', 'NO', '谢谢', 'T恤', '1', '我对这个职位感兴趣', 'Tom'])(
  'does not take %j for one',
  (reply) => {
    expect(asksToStop(reply)).toBe(false)
  },
)
