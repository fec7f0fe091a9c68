import { moveWords, movedWords, overtakenWords, targetWords } from './words'

describe('what a move is called', () => {
  it.each([
    ['applied', 'screening', '推进到初筛，并告诉双方'],
    ['interview', 'interview', '安排面试第 3 轮，并告诉双方'],
    ['interview', 'offer', '推进到沟通 Offer，并告诉双方'],
    ['hired', 'confirmed', '确认转正，并告诉双方'],
    ['review', 'rejected', '结束为未通过，并告诉双方'],
    ['review', 'withdrawn', '记为候选人放弃，并告诉双方'],
    ['review', 'pooled', '放入人才库，并告诉双方'],
    ['review', 'applied', '退回到已投递，并告诉双方'],
    ['rejected', 'review', '重新打开到用人部门评估，并告诉双方'],
  ] as const)('%s → %s', (from, to, words) => {
    expect(moveWords(from, to, 2, true)).toBe(words)
  })

  it('tells the candidate alone when nobody referred', () => {
    expect(moveWords('applied', 'screening', 1, false)).toBe('推进到初筛，并告诉候选人')
  })

  it('names the next round and what was done', () => {
    expect(targetWords('interview', 'interview', 1)).toBe('面试第 2 轮')
    expect(movedWords('applied', 'screening', 1)).toBe('已推进到初筛')
  })

  it('tells whoever was slower who moved it and that their words are still there', () => {
    expect(overtakenWords('陈思', 'interview', 2, true)).toBe(
      '陈思刚刚更新了这条进度，现在是「面试 · 第 2 轮」。你写的内容还在，请看过再操作。',
    )
    expect(overtakenWords(null, 'withdrawn', 1, false)).toBe(
      '候选人刚刚更新了这条进度，现在是「候选人放弃」。请看过再操作。',
    )
  })
})
