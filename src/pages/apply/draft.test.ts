import { forget, remember } from '@/services/storage'
import { beginDraft, keepDraft, openDraft } from './draft'

beforeEach(() => forget('apply-draft'))

describe('the draft', () => {
  it('is there again at the same door, with the same request id', () => {
    const draft = { ...beginDraft('token-1'), name: '周宁', note: '随时方便' }
    keepDraft(draft)
    expect(openDraft('token-1')).toEqual(draft)
  })

  it('begins anew at another door, but knows who one is', () => {
    const draft = {
      ...beginDraft('token-1'),
      name: '周宁',
      note: '给林晓的',
      file: { id: 'f', name: '简历.pdf' },
    }
    keepDraft(draft)
    const other = openDraft('job-2')
    expect(other).toMatchObject({ name: '周宁', note: '', file: draft.file })
    expect(other.requestId).not.toBe(draft.requestId)
  })

  it.each([['text'], [42], [{ door: 'token-1' }], [{ door: 'token-1', requestId: 7, name: '', note: '' }]])(
    'drops %j found in storage',
    (odd) => {
      remember('apply-draft', odd)
      expect(openDraft('token-1')).toMatchObject({ name: '', note: '', file: null })
    },
  )
})
