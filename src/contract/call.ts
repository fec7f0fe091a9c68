import type { GenericSchema, InferOutput } from 'valibot'
import type { ErrorCode, ErrorDetails } from './errors'

/**
 * One thing a client may ask of the cloud: `POST /api/<name>` on the web, `callFunction('api', { call: name, input })`
 * in WeChat. `errors` are the codes beyond the common ones.
 */
export type Call<
  Name extends string = string,
  In extends GenericSchema = GenericSchema,
  Out extends GenericSchema = GenericSchema,
> = {
  name: Name
  summary: string
  input: In
  output: Out
  errors: readonly ErrorCode[]
  /** The bytes of a file travel beside the input, as `multipart/form-data` with a part named `file`. */
  upload?: true
}

export function defineCall<const Name extends string, In extends GenericSchema, Out extends GenericSchema>(
  call: Call<Name, In, Out>,
): Call<Name, In, Out> {
  return call
}

export type InputOf<C extends Call> = InferOutput<C['input']>
export type OutputOf<C extends Call> = InferOutput<C['output']>

/** What comes back from every call. `message` is for developers; people read `wordsFor(code)`. */
export type Reply<Out> =
  { ok: true; data: Out } | ({ ok: false; code: ErrorCode; message: string } & ErrorDetails)
