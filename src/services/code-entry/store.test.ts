import { call } from '../cloud'
import { scan } from '../scan'
import { makeCodeEntry } from './store'

jest.mock('../cloud')
jest.mock('../scan')

const calls = jest.mocked(call)
const TOKEN = 'abcdefghijklmnopqrstuv'
const found = { ok: true as const, data: { token: TOKEN } }
const failure = (code: 'share-unknown' | 'share-ended' | 'unavailable') => ({
  ok: false as const,
  code,
  message: '',
})

beforeEach(() => void calls.mockReset().mockResolvedValue(found))

describe('a typed code', () => {
  it.each([
    ['7K2Q9M4X'],
    ['7k2q9m4x'],
    [' 7K2Q-9M4X '],
    ['7k2q 9m4x'],
    ['I K Z O 9 M 4 X'],
    ['７Ｋ２Ｑ９Ｍ４Ｘ'],
  ])('is understood as %s', async (typed) => {
    const store = makeCodeEntry()
    store.getState().type(typed)
    expect(await store.getState().find()).toBe(TOKEN)
    expect(calls).toHaveBeenCalledWith('share.findCode', { code: '7K2Q9M4X' })
  })

  it('may be a link that was pasted: then nobody is asked', async () => {
    const store = makeCodeEntry()
    store.getState().type(`来看看 https://bole.example/i/${TOKEN} 林晓`)
    expect(await store.getState().find()).toBe(TOKEN)
    expect(calls).not.toHaveBeenCalled()
  })

  it.each([
    ['', '请先输入内推码'],
    ['7K2Q', '内推码是 8 位字母和数字，请再看一眼'],
  ])('that is “%s” is told beside the field and sent nowhere', async (typed, problem) => {
    const store = makeCodeEntry()
    store.getState().type(typed)
    expect(await store.getState().find()).toBeNull()
    expect(store.getState().problem).toBe(problem)
    expect(calls).not.toHaveBeenCalled()
  })

  it.each([
    ['share-unknown', /没有找到这个内推码/],
    ['share-ended', /已经停用/],
    ['unavailable', /暂时连不上/],
  ] as const)('that is answered with %s stays in the field', async (code, words) => {
    calls.mockResolvedValue(failure(code))
    const store = makeCodeEntry()
    store.getState().type('7K2Q9M4X')
    expect(await store.getState().find()).toBeNull()
    expect(store.getState()).toMatchObject({ typed: '7K2Q9M4X', finding: false })
    expect(store.getState().problem).toMatch(words)
  })
})

describe('a scan', () => {
  it.each([
    ['a token', { token: TOKEN }, TOKEN],
    ['a code', { code: '7K2Q9M4X' }, TOKEN],
    ['nothing of ours', 'nothing' as const, null],
    ['nothing, given up', 'cancelled' as const, null],
    ['nothing for want of a camera', 'unavailable' as const, null],
  ])('that saw %s', async (_what, seen, token) => {
    jest.mocked(scan).mockResolvedValue(seen)
    const store = makeCodeEntry()
    expect(await store.getState().scanned()).toBe(token)
    const told = seen === 'nothing' || seen === 'unavailable'
    expect(store.getState().problem !== undefined).toBe(told)
  })
})
