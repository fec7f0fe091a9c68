import cloud from 'wx-server-sdk'
import { readWechatIdentity } from './wechat'

const KEYS = 'WX_CLIENTIP,WX_OPENID,WX_APPID,WX_SOURCE,WX_API_TOKEN'

const environments: [string, NodeJS.ProcessEnv][] = [
  ['no context at all', { WX_OPENID: 'oMe' }],
  ['a mini-program', { WX_CONTEXT_KEYS: KEYS, WX_OPENID: 'oMe-_1', WX_APPID: 'wx1', WX_SOURCE: 'wx_client' }],
  ['a chain of functions', { WX_CONTEXT_KEYS: KEYS, WX_OPENID: 'oMe', TCB_SOURCE: 'wx_client,scf' }],
  ['the timer', { WX_CONTEXT_KEYS: KEYS, WX_SOURCE: 'wx_trigger' }],
  ['an empty openid', { WX_CONTEXT_KEYS: KEYS, WX_OPENID: '', WX_SOURCE: 'wx_trigger' }],
  ['an openid that is not listed', { WX_CONTEXT_KEYS: 'WX_APPID', WX_OPENID: 'oMe', WX_SOURCE: 'wx_client' }],
  ['a name without its prefix', { WX_CONTEXT_KEYS: 'OPENID', OPENID: 'oMe' }],
  ['gaps in the list', { WX_CONTEXT_KEYS: ',WX_OPENID,,WX_', WX_OPENID: 'oMe', WX_: 'x' }],
  ['a source without a context', { TCB_SOURCE: 'wx_trigger' }],
]

const saved = { ...process.env }
afterEach(() => {
  process.env = { ...saved }
})

describe('identity from the environment', () => {
  it.each(environments)('reads what the SDK reads: %s', (_name, env) => {
    process.env = { ...env }
    const { OPENID, SOURCE } = cloud.getWXContext()
    expect(readWechatIdentity(env)).toEqual({ openid: OPENID || null, source: SOURCE ?? '' })
  })

  it('keeps an openid of digits as it is, which the SDK makes a number of', () => {
    const env = { WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: '0012345678901234567890' }
    process.env = { ...env }
    expect(typeof cloud.getWXContext().OPENID).toBe('number')
    expect(readWechatIdentity(env).openid).toBe('0012345678901234567890')
  })
})
