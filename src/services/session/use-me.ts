import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import type { Role } from '@/contract/roles'
import { useSession, type SessionState } from './store'

/**
 * Who is in front of the screen, asked afresh each time the page comes to the front or is pulled down: what the page
 * shows may not be there yet, and a pull has to end all the same.
 */
export function useMe(): Pick<SessionState, 'me' | 'failure' | 'loading' | 'load'> {
  const me = useSession((state) => state.me)
  const failure = useSession((state) => state.failure)
  const loading = useSession((state) => state.loading)
  const load = useSession((state) => state.load)
  useDidShow(() => void load())
  usePullDownRefresh(() => void load().finally(() => void Taro.stopPullDownRefresh()))
  return { me, failure, loading, load }
}

/** False as long as it is unknown. */
export function useRole(role: Role): boolean {
  return useSession((state) => state.me?.roles.includes(role) ?? false)
}
