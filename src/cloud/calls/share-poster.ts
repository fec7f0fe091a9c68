import type { Poster } from '@/contract/calls/share'
import { AppError } from '@/contract/errors'
import type { Context } from '../context'
import { defineHandler } from '../handler'
import { log } from '../log'
import { toCaller } from '../store/caller'
import { keepPicture, loadForPoster, type PosterFacts } from '../store/share-poster'
import { pictureType } from './picture-type'
import { invitationLink } from './present-invitation'
import { requireCaller, requireFound } from './require'

/** Where a 小程序码 leads: the page every door ends at. */
const PAGE = 'pages/invitation/index'
/** Pixels; on a poster of 750 it is drawn at half of it. */
const WIDTH = 430

type OwnPoster = NonNullable<PosterFacts['share']>

export const sharePoster = defineHandler('share.poster', {
  async load({ id }, ctx) {
    const { caller, share } = await loadForPoster(ctx, id)
    return { caller: toCaller(caller, ctx), relations: share ? ['referrer'] : [], facts: share }
  },
  async act(found, _input, ctx, anyCaller) {
    const share = requireFound(found)
    const { employee } = requireCaller(anyCaller)
    if (share.ended || !employee) throw new AppError('share-ended')
    return {
      company: ctx.config.company,
      referrer: { name: employee.name, department: employee.department },
      job: share.job,
      jobTitles: share.jobTitles,
      code: await codeOf(share, ctx),
    }
  },
})

/** In WeChat its own code, asked for once; a QR code with the link where there is none, or none to be had now. */
async function codeOf(share: OwnPoster, ctx: Context): Promise<Poster['code']> {
  const { token, picture } = share
  if (ctx.openid === null) return { kind: 'qr', text: invitationLink(token, ctx) }
  if (picture) return { kind: 'image', ...picture }
  try {
    return await drawCode(share, ctx)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unavailable') throw error
    log({ call: 'share.poster', failure: error })
    return { kind: 'qr', text: invitationLink(token, ctx) }
  }
}

async function drawCode({ id, token }: OwnPoster, ctx: Context): Promise<Poster['code']> {
  const image = await ctx.doors.wechat.miniCode({ scene: token, page: PAGE, width: WIDTH })
  const contentType = pictureType(image)
  // An error that came as the body of a good answer is not kept as a picture.
  if (!contentType) throw new AppError('unavailable', 'WeChat gave no picture', { retryAfter: 5 })
  await keepPicture(ctx, { shareId: id, image, contentType })
  return { kind: 'image', base64: image.toString('base64'), contentType }
}
