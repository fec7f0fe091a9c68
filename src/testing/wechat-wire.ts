import protobuf from 'protobufjs'
import type { StubAnswer } from './wechat-stub'

/** The messages of wx-server-sdk's open interfaces, as its own protobuf code writes and reads them. */
const { root } = protobuf.parse(`
  syntax = "proto3";
  message Pair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated Pair pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; }
`)
const requestType = root.lookupType('CommApiData')
const answerType = root.lookupType('CommOpenApiResp')

/** The parameters of a call: each travels as JSON under its name. */
export function decodeRequest(bytes: Buffer): Record<string, unknown> {
  const { openapiData } = requestType.toObject(requestType.decode(bytes)) as {
    openapiData?: { pairs?: { key: string; value: Uint8Array }[] }
  }
  const pairs = openapiData?.pairs ?? []
  return Object.fromEntries(
    pairs.map(({ key, value }) => [key, JSON.parse(Buffer.from(value).toString()) as unknown]),
  )
}

export function encodeAnswer(answer: Extract<StubAnswer, { json: object } | { bytes: Buffer }>): Buffer {
  const message =
    'json' in answer
      ? { respData: Buffer.from(JSON.stringify(answer.json)), contentType: 'application/json' }
      : { respData: answer.bytes, contentType: answer.contentType }
  return Buffer.from(answerType.encode(answerType.create(message)).finish())
}

/** Parts by name, as bytes: one of them is protobuf, which no reader of form data leaves as it is. */
export function readMultipart(body: Buffer, contentType: string): Map<string, Buffer> {
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1] ?? ''
  const parts = body.toString('latin1').split(`--${boundary}`).slice(1, -1)
  return new Map(
    parts.map((part) => {
      const head = part.indexOf('\r\n\r\n')
      const name = /name="([^"]+)"/.exec(part.slice(0, head))?.[1] ?? ''
      return [name, Buffer.from(part.slice(head + 4, -2), 'latin1')]
    }),
  )
}
