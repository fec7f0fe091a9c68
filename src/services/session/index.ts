export { useSession, type SessionState } from './store'
export { useMe, useRole } from './use-me'
export type { PersonalKey } from './personal'
