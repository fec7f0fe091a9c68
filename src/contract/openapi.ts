import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { CALLS, type CallName } from './calls'
import type { Call } from './call'
import { COMMON_ERRORS, ERROR_STATUS, type ErrorCode } from './errors'
import { PERMISSIONS } from './permissions'

type Json = { [key: string]: unknown }

/** The contract as OpenAPI 3.1, generated: for an ATS vendor, a fuzzer, a developer. Imported by the web side only. */
export function openApi(publicUrl: string): Json {
  const paths = Object.entries(CALLS).map(([name, call]) => [
    `/api/${name}`,
    { post: operation(name as CallName, call) },
  ])
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bole',
      version: '1',
      description:
        'Employee referrals. Every call answers `{ ok: true, data }` or `{ ok: false, code, message }`; the status follows ' +
        'the code. A call that takes a `requestId` gives its first answer again when it is sent again.',
    },
    servers: [{ url: publicUrl }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'The token that `session.verify` gave.' },
      },
    },
  }
}

function operation(name: CallName, call: Call): Json {
  const grants = PERMISSIONS[name]
  const open = grants.some(([role]) => role === 'visitor')
  const who = grants.map(([role, relation]) => (relation === 'any' ? role : `${role} who is its ${relation}`))
  return {
    operationId: name,
    summary: call.summary,
    description: `For: ${who.join(', ')}.`,
    tags: [name.split('.')[0]],
    security: open ? [{}, { session: [] }] : [{ session: [] }],
    requestBody: { required: true, content: call.upload ? form(call.input) : json(schemaOf(call.input)) },
    responses: {
      '200': {
        description: 'The answer.',
        content: json(object({ ok: { const: true }, data: schemaOf(call.output) }, ['ok', 'data'])),
      },
      ...failures([...new Set<ErrorCode>([...call.errors, ...COMMON_ERRORS])]),
    },
  }
}

/** One response for each HTTP status, with the codes that share it. */
function failures(codes: readonly ErrorCode[]): Json {
  const statuses = [...new Set(codes.map((code) => ERROR_STATUS[code]))].sort((a, b) => a - b)
  const responses = statuses.map((status) => {
    const sharing = codes.filter((code) => ERROR_STATUS[code] === status)
    return [String(status), { description: sharing.join(', '), content: json(failure(sharing)) }]
  })
  return Object.fromEntries(responses) as Json
}

function failure(codes: readonly ErrorCode[]): Json {
  const properties = {
    ok: { const: false },
    code: { enum: codes },
    message: { type: 'string', description: 'For developers.' },
    retryAfter: { type: 'number', description: 'Seconds to wait, also in the Retry-After header.' },
    triesLeft: { type: 'number' },
    field: { type: 'string', description: 'The field that was not accepted.' },
  }
  return object(properties, ['ok', 'code', 'message'])
}

function form(input: GenericSchema): Json {
  const { properties, required } = schemaOf(input)
  const fields = {
    ...(properties as Json),
    file: { type: 'string', contentMediaType: 'application/octet-stream' },
  }
  return { 'multipart/form-data': { schema: object(fields, [...(required as string[]), 'file']) } }
}

function json(schema: Json): Json {
  return { 'application/json': { schema } }
}

function object(properties: Json, required: readonly string[]): Json {
  return { type: 'object', properties, required, additionalProperties: false }
}

/** `trim` has no word in JSON Schema: what it leaves out is only that spaces around a text do not count. */
function schemaOf(schema: GenericSchema): Json {
  const { $schema: _, ...rest } = toJsonSchema(schema, { target: 'draft-2020-12', ignoreActions: ['trim'] })
  return rest as Json
}
