import { addressOf, type ParamsOf, type Route } from '@/services/navigate/routes'
import type { LocalServer } from '../../local-server'

/** The web address of a page; with a session it logs that person in. */
export function addressIn<R extends Route>(
  { url }: Pick<LocalServer, 'url'>,
  route: R,
  params: ParamsOf[R],
  session?: string,
): string {
  return `${url}/${session ? `?session=${session}` : ''}#${addressOf(route, params)}`
}
