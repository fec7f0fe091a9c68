import type { Phone } from '@/domain/phone'
import { createSecrets, newLoginCode, newShareToken, sessionKey, wechatKey } from './secrets'

const key = (byte: number) => Buffer.alloc(32, byte)
const PHONE = '+8613800138000' as Phone

it('shows what it sealed, and seals the same number differently each time', () => {
  const secrets = createSecrets(new Map([['k1', key(1)]]), key(9))
  const sealed = secrets.encrypt(PHONE)
  expect(secrets.decrypt(sealed)).toBe(PHONE)
  expect(secrets.encrypt(PHONE)).not.toBe(sealed)
  expect(sealed).not.toContain('13800138000')
})

it('opens what an older key sealed after a rotation, and names the key it lacks', () => {
  const old = createSecrets(new Map([['k1', key(1)]]), key(9))
  const rotated = createSecrets(
    new Map([
      ['k2', key(2)],
      ['k1', key(1)],
    ]),
    key(9),
  )
  expect(rotated.decrypt(old.encrypt(PHONE))).toBe(PHONE)
  expect(rotated.encrypt(PHONE)).toMatch(/^k2\./)
  expect(() => old.decrypt(rotated.encrypt(PHONE))).toThrow('No key k2')
})

it('refuses a ciphertext that was touched', () => {
  const secrets = createSecrets(new Map([['k1', key(1)]]), key(9))
  const sealed = secrets.encrypt(PHONE)
  const touched = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA')
  expect(() => secrets.decrypt(touched)).toThrow()
})

it('finds a number by a hash that depends on the key and on nothing else', () => {
  const [one, same, other] = [9, 9, 8].map((byte) => createSecrets(new Map([['k1', key(1)]]), key(byte)))
  expect(one?.phoneHash(PHONE)).toBe(same?.phoneHash(PHONE))
  expect(one?.phoneHash(PHONE)).not.toBe(other?.phoneHash(PHONE))
  expect(one?.codeHash(PHONE, '123456')).not.toBe(one?.codeHash('+8613800138001' as Phone, '123456'))
})

it('keeps the keys of web sessions and WeChat identities apart', () => {
  expect(sessionKey('x')).not.toBe(wechatKey('x'))
})

it('makes tokens that fit a scene, and codes of six digits', () => {
  expect(newShareToken()).toMatch(/^[A-Za-z0-9_-]{22}$/)
  expect(newLoginCode()).toMatch(/^\d{6}$/)
})
