import { requestId, type Colleague } from '../company'
import type { Asked } from './ask'
import type { Ground } from './ground'

/** Looks, so often, before it is certain that nobody applies. */
const LOOKS = 2_000

const TEXTS = {
  candidateText: '我们觉得另一个职位更合适。',
  referrerText: 'TA 转到了另一个职位。',
  reason: null,
}

/** A recruiter who looks at the list until somebody of this name is in it, and moves them to the other job. */
export async function transferAsSoonAsSeen(
  ground: Ground,
  name: string,
): Promise<Asked<'application.transfer'>> {
  const [recruiter] = ground.recruiters
  const once = { requestId: requestId(), jobId: ground.jobs.other, ...TEXTS }
  for (let look = 0; look < LOOKS; look++) {
    const seen = await seenBy(ground, recruiter, name)
    if (!seen) continue
    const asked = await ground.ask.recruiter(recruiter, 'application.transfer', { ...once, ...seen })
    const again = !asked.reply.ok && ['stage-conflict', 'not-found', 'unavailable'].includes(asked.reply.code)
    if (!again) return asked
  }
  throw new Error('The application never came into the list')
}

/** Another recruiter, who wants them in the next stage and may come too late. */
export async function moveAsSoonAsSeen(ground: Ground, name: string): Promise<void> {
  const [, recruiter] = ground.recruiters
  for (let look = 0; look < LOOKS; look++) {
    const seen = await seenBy(ground, recruiter, name)
    if (!seen) continue
    const step = { requestId: requestId(), to: 'screening' as const, internalNote: null, ...TEXTS }
    const { reply } = await ground.ask.recruiter(recruiter, 'stage.move', { ...step, ...seen })
    if (reply.ok || ['stage-conflict', 'stage-impossible'].includes(reply.code)) return
    throw new Error(`stage.move answered ${reply.code}`)
  }
}

async function seenBy(
  { ask }: Ground,
  recruiter: Colleague,
  name: string,
): Promise<{ id: string; version: number } | null> {
  const id = await findInList(ask, recruiter, name)
  if (id === null) return null
  const { reply } = await ask.recruiter(recruiter, 'progress.get', { as: 'recruiter', id })
  return reply.ok ? { id, version: reply.data.version } : null
}

/** Page by page: what came last is answered last, and stands at the end. */
async function findInList(ask: Ground['ask'], recruiter: Colleague, name: string): Promise<string | null> {
  let after: string | undefined
  do {
    const { reply } = await ask.recruiter(recruiter, 'progress.list', {
      ...{ as: 'recruiter', filter: 'active' },
      ...(after === undefined ? {} : { after }),
    })
    if (!reply.ok) return null
    const found = reply.data.items.find((item) => item.name === name)
    if (found) return found.id
    after = reply.data.next ?? undefined
  } while (after !== undefined)
  return null
}
