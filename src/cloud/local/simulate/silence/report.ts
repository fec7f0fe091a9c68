import sql from 'sql-template-tag'
import { POLICY } from '@/domain/policy'
import { addDays } from '@/domain/shanghai'
import type { Service } from '../../../context'
import type { Aim, Figures } from '../../bench/figures'
import type { Clocks } from './clocks'
import { longestSilence } from './longest-silence'
import { mostWithin, type Post } from './post'
import type { Witness } from './witness'
import type { World } from './world'

type Lived = {
  figures: Figures
  post: Post
  witness: Witness
  clocks: Clocks
  world: World
  service: Service
  left: ReadonlyMap<string, Date>
  killed: number
  ticks: number
  made: number
  end: Date
  seconds: number
}

/** Prints what became of it; returns how many figures are not as promised. */
export async function report(lived: Lived): Promise<number> {
  const { figures, post, witness, clocks, world, service, killed, ticks, made, end, seconds } = lived
  let broken = 0
  const figure = (
    name: string,
    value: number,
    unit: string,
    aim?: Aim,
    about?: Record<string, string | number>,
  ) => {
    if (aim && ('atMost' in aim ? value > aim.atMost : value < aim.atLeast)) broken++
    figures.add({ name: `silence ${name}`, value, unit, aim, about })
  }
  const none = { atMost: 0 }

  figure('referrals', made, 'referrals', undefined, { calls: world.calls.made })
  const silence = await longestSilence(service.db, witness, end, lived.left)
  figure(
    'longest, of a live referral toward its owner',
    silence.days,
    'days',
    { atMost: POLICY.words.silenceDays },
    {
      waits: silence.waits,
      record: silence.record ?? '',
    },
  )
  figure('messages', witness.messages, 'messages')
  for (const [road, shown] of Object.entries(post.shown)) figure(`shown by ${road}`, shown, 'messages')

  const byKey = new Map<string, number>()
  for (const [id, times] of post.seen) {
    const key = witness.keys.get(id) ?? id
    byKey.set(key, (byKey.get(key) ?? 0) + times)
  }
  figure(
    'shown twice by who acknowledges',
    [...byKey.values()].filter((times) => times > 1).length,
    'messages',
    none,
  )
  const lost = [...witness.sent].filter((id) => !post.arrived.has(id))
  figure('noted as sent, and never shown', lost.length, 'messages', none)
  figure('in quiet hours', post.disturbed, 'hand-overs', none)
  figure('most texts to a number in 24 hours', mostWithin(post.texts.values(), 1), 'texts', {
    atMost: POLICY.texts.in24Hours,
  })
  figure('most texts to a number in 30 days', mostWithin(post.texts.values(), 30), 'texts', {
    atMost: POLICY.texts.in30Days,
  })

  const waiting = await service.db.rows<{ id: string; young: boolean }>(sql`
    select id, created_at >= ${addDays(world.begin, world.days)} as young from outbox where state = 'waiting'`)
  const underway = new Set(waiting.map(({ id }) => id))
  const failing = new Set(
    [...post.failing, ...witness.cutOff].filter((id) => !witness.dropped.has(id) && !underway.has(id)),
  )
  const differ = [...witness.dead]
    .filter((id) => !failing.has(id))
    .concat([...failing].filter((id) => !witness.dead.has(id)))
  figure('dead letters', witness.dead.size, 'letters')
  figure('failing for good', failing.size, 'letters', undefined, { cutOffByDeath: witness.cutOff.size })
  figure('dead letters that do not fail for good, or the other way round', differ.length, 'letters', none)
  const old = waiting.filter(({ young }) => !young)
  figure('not delivered, and not given up', old.length, 'letters', none)

  figure('most digests of one person in a day', Math.max(0, ...witness.digests.values()), 'digests', {
    atMost: 1,
  })
  figure('digests', witness.digests.size, 'digests')
  figure('runs of two clocks', ticks, 'runs')
  figure('clocks that died in the middle', clocks.deaths, 'runs', { atLeast: world.days }, { killed })
  figure('clocks that failed by themselves', clocks.failures, 'runs', none)
  figure('calls that broke', world.calls.broken.length, 'calls', none, {
    which: [...new Set(world.calls.broken)].join(', '),
  })
  figure('time', seconds, 's')
  return broken
}
