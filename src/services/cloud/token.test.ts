import * as storage from '../storage'

const { recall, remember } = storage
const stored = () => recall('session', (value) => String(value))

type TokenModule = typeof import('./token')

/** A fresh copy over the same storage, as after a reload. */
function reload(): TokenModule {
  jest.resetModules()
  jest.doMock('../storage', () => storage)
  return jest.requireActual<TokenModule>('./token')
}

beforeEach(() => {
  remember('session', '')
  window.history.replaceState(null, '', '/')
})

describe('the web session', () => {
  it('comes with a login link, is kept, and leaves the address bar', () => {
    window.history.replaceState(null, '', '/?session=token-of-the-link&lang=zh#/pages/me/index')
    expect(reload().currentToken()).toBe('token-of-the-link')
    expect(window.location.href).toBe('http://localhost/?lang=zh#/pages/me/index')
    expect(stored()).toBe('token-of-the-link')
  })

  it('is there again after a reload', () => {
    reload().keepToken('kept-token')
    expect(reload().currentToken()).toBe('kept-token')
  })

  it.each([[{ token: 'x' }], ['short'], ['with space in it'], [42]])('drops %p found in storage', (odd) => {
    remember('session', odd)
    expect(reload().currentToken()).toBeNull()
    expect(stored()).toBeUndefined()
  })

  it('ignores a damaged token in a link and keeps the one it has', () => {
    reload().keepToken('kept-token')
    window.history.replaceState(null, '', '/?session=%20#/')
    expect(reload().currentToken()).toBe('kept-token')
  })
})
