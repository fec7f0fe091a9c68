import { AppError } from '@/contract/errors'
import type { Caller } from '../store/caller'

/** The caller of a call that the permission table grants to nobody without a proven number. */
export function requireCaller(caller: Caller | null): Caller {
  if (!caller) throw new AppError('unauthenticated')
  return caller
}

/** The record a permitted caller asked for; a recruiter may ask for one that does not exist. */
export function requireFound<T>(record: T | null | undefined): T {
  if (record === null || record === undefined) throw new AppError('not-found')
  return record
}
