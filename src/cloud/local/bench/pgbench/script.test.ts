import sql from 'sql-template-tag'
import { toScript } from './script'

const ID = '01942f3e-8c1a-7d2b-9e4f-0123456789ab'
const OTHER = '01942f3e-8c1a-7d2b-9e4f-0123456789ac'
const scriptOf = (statement: ReturnType<typeof sql>, varying: [string, string][] = []) =>
  toScript([statement], { prelude: [], varying: new Map(varying) })

describe('a pgbench script of recorded statements', () => {
  it('sends values that never change as parameters, each once', () => {
    const { text, constants } = scriptOf(sql`select ${'a'}, ${'b'}, ${'a'}, ${51}`)
    expect(text).toBe('select :v0, :v1, :v0, :v2;\n')
    expect(constants).toEqual({ v0: 'a', v1: 'b', v2: '51' })
  })

  it('puts expressions where values change from call to call', () => {
    const { text, constants } = scriptOf(sql`select from login where key = ${'web:abc'}`, [
      ['web:abc', ':reader'],
    ])
    expect(text).toBe('select from login where key = :reader;\n')
    expect(constants).toEqual({})
  })

  it('makes an id of its own for each id that the call made up, wherever it stands', () => {
    const { text } = scriptOf(sql`insert into t values (${ID}, ${OTHER}, ${ID}, ${`key:${ID}`})`)
    const [first, second, again, key] =
      /values \((.*)\);/
        .exec(text)?.[1]
        ?.split(', (')
        .map((part) => part.trim()) ?? []
    expect(first).toContain(':n')
    expect(again).toBe(first?.slice(1))
    expect(second).not.toBe(again)
    expect(key).toContain(`:v0 || (${first})::text`)
  })

  it('hides colons inside quotes from pgbench and leaves casts alone', () => {
    const { text } = scriptOf(sql`select to_char(at, 'HH24:MI"Z"'), ${'x'}::text, 'plain' -- ends: here`)
    expect(text).toBe(`select to_char(at, E'HH24\\x3aMI"Z"'), :v0::text, 'plain';\n`)
  })

  it('writes nothing, moments and lists as PostgreSQL reads them', () => {
    const { text, constants } = scriptOf(
      sql`select ${null}, ${new Date('2026-11-23T02:00:00Z')}, ${[4, 10]}::int[], ${['a,b', '"']}::text[]`,
    )
    expect(text).toBe('select null, :v0, :v1::int[], :v2::text[];\n')
    expect(constants).toEqual({ v0: '2026-11-23T02:00:00.000Z', v1: '{"4","10"}', v2: '{"a,b","\\""}' })
  })
})
