import type { InferInput } from 'valibot'
import type { OutputOf, Reply } from '@/contract/call'
import type { CallName, CallOf } from '@/contract/calls'
import type { PickedFile } from '../file-picker'

/** What a client may leave out (fields with a default) is optional here. */
export type Input<Name extends CallName> = InferInput<CallOf<Name>['input']>
export type Output<Name extends CallName> = OutputOf<CallOf<Name>>
export type Answer<Name extends CallName> = Reply<Output<Name>>

/** Calls that write: they carry a request id, so sending one again changes nothing twice. */
export type WriteName = {
  [Name in CallName]: 'requestId' extends keyof Input<Name> ? Name : never
}[CallName]

export type Upload = {
  requestId: string
  file: PickedFile
  /** 0 to 100. */
  onProgress: (percent: number) => void
}

/** A road to the cloud. It hands back whatever arrived, unread, and rejects when nothing did. */
export type Transport = {
  send: (call: CallName, input: unknown) => Promise<unknown>
  upload: (upload: Upload) => Promise<unknown>
  /** How a phone number is proven on this road: by a texted code, or by WeChat's own button. */
  provesBy: 'code' | 'wechat'
}
