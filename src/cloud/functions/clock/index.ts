import { runClock } from '../../clock'
import { readWechatIdentity } from '../../doors/identity/wechat'
import { serviceOnLoad } from '../event'

const TIMER = 'wx_trigger'

const service = serviceOnLoad()

/**
 * What the platform's timer calls every minute. Any client may try to call it too, with whatever event: only the source
 * in the environment tells, and a call passed on by another function (`wx_trigger,scf`) is no timer either.
 */
export async function main(): Promise<object> {
  const { openid, source } = readWechatIdentity(process.env)
  if (source !== TIMER || openid !== null)
    return { ok: false, code: 'forbidden', message: 'Only the timer may call' }
  const data = await runClock(service(), new Date()).catch(() => {
    // Thrown, so that the platform counts a failure; without the cause, whose words may quote a value.
    throw new Error('A job of the clock failed; the log says which')
  })
  return { ok: true, data }
}
