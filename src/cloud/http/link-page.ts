import type { Handler } from 'hono'
import { isShareToken } from '@/domain/share-token'
import type { Service } from '../context'
import { log } from '../log'
import { findPreview, type SharePreview } from '../store/share-preview'
import { isPhoneOutsideWechat } from './browser'
import { linkDocument } from './link-document'
import { linkWords } from './link-words'

/** Longer than any token of ours, so that a damaged one still reaches the page that explains. */
const TOKEN_LIMIT = 100
const PAGE = 'pages/invitation/index'
const LINK_DAYS = 30
/** Somebody waits in front of an empty page. */
const PATIENCE_MS = 2_500

/**
 * `GET /i/:token`, behind every copied link, text and QR code: a preview card, then onward. It counts nobody, because
 * what shows previews comes here too; the page it leads to opens the share.
 */
export function linkPage(service: Service, now: () => Date): Handler<object, '/i/:token'> {
  const { publicUrl, company } = service.config
  return async (c) => {
    // By letters: a half of one could not be encoded again.
    const token = encodeURIComponent([...c.req.param('token')].slice(0, TOKEN_LIMIT).join(''))
    const preview = await previewOf(service, token, now())
    const asks = preview !== null && isPhoneOutsideWechat(c.req.header('User-Agent') ?? '')
    c.header('Cache-Control', 'no-store')
    c.header('X-Robots-Tag', 'noindex')
    return c.html(
      linkDocument({
        words: linkWords(preview, company),
        company,
        address: `${publicUrl}/i/${token}`,
        web: `${publicUrl}/#/${PAGE}?token=${token}`,
        app: asks ? await appLink(service, token) : null,
      }),
    )
  }
}

/** Without the database the page still leads on, to one that says so. */
async function previewOf({ db }: Service, token: string, now: Date): Promise<SharePreview | null> {
  if (!isShareToken(token)) return null
  return findPreview(db, token, now).catch((failure: unknown) => {
    log({ call: 'link-page', failure })
    return null
  })
}

/** An address that opens the mini-program; null where it is not configured, or WeChat does not give one soon. */
async function appLink({ config, doors }: Service, token: string): Promise<string | null> {
  if (!config.urlLink) return null
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS)
  })
  const asked = doors.wechat
    .urlLink({ path: PAGE, query: `token=${token}`, days: LINK_DAYS })
    .catch((failure: unknown) => {
      log({ call: 'link-page', failure })
      return null
    })
  const link = await Promise.race([asked, tooLate])
  clearTimeout(timer)
  return link
}
