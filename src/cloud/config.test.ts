import { readConfig } from './config'

const KEY = Buffer.alloc(32, 1).toString('base64')
const whole = {
  DATABASE_URL: 'postgres://bole:secret@127.0.0.1:5432/bole',
  BOLE_KEYS: `k1:${KEY}`,
  BOLE_HASH_KEY: KEY,
  BOLE_PUBLIC_URL: 'https://refer.example.com/',
  BOLE_COMPANY: '星河科技',
}

it('reads a whole configuration, and drops the slash after the address', () => {
  const config = readConfig({ ...whole, BOLE_ADMIN_PHONES: '+8613800138000, +6561234567' })
  expect(config).toMatchObject({
    publicUrl: 'https://refer.example.com',
    adminPhones: ['+8613800138000', '+6561234567'],
    urlLink: false,
  })
  expect(readConfig({ ...whole, BOLE_URL_LINK: 'on' }).urlLink).toBe(true)
  expect([...config.keys.keys()]).toEqual(['k1'])
})

it.each(Object.keys(whole))('names %s when it is missing', (name) => {
  expect(() => readConfig({ ...whole, [name]: undefined })).toThrow(`${name} is missing`)
})

it.each([
  ['DATABASE_URL', 'mysql://wrong', 'must begin with postgres://'],
  ['BOLE_KEYS', 'k1:short', 'must be id:key'],
  ['BOLE_KEYS', KEY, 'must be id:key'],
  ['BOLE_HASH_KEY', 'c2hvcnQ=', 'must be 32 bytes'],
  ['BOLE_PUBLIC_URL', 'refer.wrong', 'must be an address'],
  ['BOLE_COMPANY', '  ', 'is empty'],
  ['BOLE_URL_LINK', 'yes', 'must be on or off'],
  ['BOLE_ADMIN_PHONES', '13900139000', 'must be numbers such as'],
])('says what is wrong with %s=%s, without repeating it', (name, value, problem) => {
  const read = () => readConfig({ ...whole, [name]: value })
  expect(read).toThrow(problem)
  if (value.trim()) expect(read).not.toThrow(`${value}`)
})

it('names everything that is wrong at once', () => {
  expect(() => readConfig({})).toThrow(
    /DATABASE_URL[\s\S]*BOLE_KEYS[\s\S]*BOLE_HASH_KEY[\s\S]*BOLE_PUBLIC_URL[\s\S]*BOLE_COMPANY/,
  )
})
