import { chooseJob, EMPTY_TRANSFER, isTransferWritten, problemIn, usualTexts, write } from './draft'

const analyst = { id: 'j1', title: '数据分析师', city: '上海', department: '数据部' }
const designer = { id: 'j2', title: '视觉设计师', city: '北京', department: '设计部' }

describe('writing a transfer', () => {
  it('fills in the usual words for the job, and other words for another job', () => {
    const draft = chooseJob(EMPTY_TRANSFER, analyst)
    expect(draft.texts).toEqual(usualTexts(analyst))
    expect(chooseJob(draft, designer).texts).toEqual(usualTexts(designer))
    expect(isTransferWritten(draft)).toBe(false)
  })

  it('leaves alone what the recruiter wrote, until it is emptied', () => {
    const own = write(chooseJob(EMPTY_TRANSFER, analyst), 'candidate', '周三给你打电话')
    expect(chooseJob(own, designer).texts.candidate).toBe('周三给你打电话')
    expect(isTransferWritten(own)).toBe(true)
    expect(chooseJob(write(own, 'candidate', ' '), designer).texts).toEqual(usualTexts(designer))
  })

  it.each([
    ['no job', EMPTY_TRANSFER, 'job'],
    ['no words for the candidate', write(chooseJob(EMPTY_TRANSFER, analyst), 'candidate', ' '), 'candidate'],
    ['no words for the referrer', write(chooseJob(EMPTY_TRANSFER, analyst), 'referrer', ''), 'referrer'],
  ])('is not sent with %s', (_what, draft, at) => {
    expect(problemIn(draft)).toMatchObject({ at })
  })
})
