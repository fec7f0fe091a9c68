import { execFileSync } from 'node:child_process'
import { CALLS, type CallName } from './calls'
import { COMMON_ERRORS, ERROR_STATUS } from './errors'
import { openApi } from './openapi'

type Schema = {
  type?: string
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean
}
type Content = { content: Record<string, { schema: Schema }> }
type Operation = {
  description: string
  security: object[]
  requestBody: Content
  responses: Record<string, Content & { description: string }>
}
type Document = { paths: Record<string, { post: Operation }>; servers: { url: string }[] }

const document = openApi('https://refer.example.com') as Document
const operationOf = (name: CallName) => document.paths[`/api/${name}`]?.post as Operation
const names = Object.keys(CALLS) as CallName[]

/** The validator is published as an ES module only, which jest cannot load: it runs in a process of its own. */
const VALIDATE = `
  import { Validator } from '@seriousme/openapi-schema-validator'
  let text = ''
  for await (const chunk of process.stdin) text += chunk
  const validator = new Validator()
  const { valid, errors } = await validator.validate(JSON.parse(text))
  console.log(JSON.stringify({ valid, errors, version: validator.version }))
`

describe('the contract as OpenAPI', () => {
  it('is valid OpenAPI 3.1', () => {
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', VALIDATE], {
      input: JSON.stringify(document),
    })
    expect(JSON.parse(output.toString())).toEqual({ valid: true, version: '3.1' })
  })

  it('describes every call and nothing else', () => {
    expect(Object.keys(document.paths)).toEqual(names.map((name) => `/api/${name}`))
    expect(document.servers).toEqual([{ url: 'https://refer.example.com' }])
  })

  it.each(names)('%s: gives each of its codes under its status', (name) => {
    const { responses } = operationOf(name)
    for (const code of [...CALLS[name].errors, ...COMMON_ERRORS]) {
      const response = responses[String(ERROR_STATUS[code])]
      expect(response?.description.split(', ')).toContain(code)
      expect(response?.content['application/json']?.schema.properties?.code?.enum).toContain(code)
    }
  })

  it.each(names)('%s: takes no unknown field', (name) => {
    const [type, media] = Object.entries(operationOf(name).requestBody.content)[0] ?? []
    expect(type).toBe(name === 'file.upload' ? 'multipart/form-data' : 'application/json')
    expect(media?.schema).toMatchObject({ type: 'object', additionalProperties: false })
    expect(media?.schema.required ?? []).toEqual(
      expect.arrayContaining(name === 'file.upload' ? ['file'] : []),
    )
  })

  it('says who may call, and asks for a session where a visitor may not', () => {
    expect(operationOf('job.list')).toMatchObject({
      description: 'For: visitor.',
      security: [{}, { session: [] }],
    })
    expect(operationOf('stage.move')).toMatchObject({ security: [{ session: [] }] })
    expect(operationOf('progress.get').description).toContain('person who is its candidate')
  })

  it('keeps the limits of a text that is trimmed first', () => {
    const schema = operationOf('application.submit').requestBody.content['application/json']?.schema
    expect(schema?.properties?.name).toMatchObject({ type: 'string', minLength: 1, maxLength: 60 })
  })
})
