import type { NoticeEvent, NoticeSeat } from './event'
import type { NoticeFacts } from './facts'
import {
  answerBy,
  ask,
  ended,
  fieldTime,
  headWords,
  jobWords,
  phraseOf,
  whoWords,
  type Said,
} from './phrases'
import {
  ENDED,
  endedForRecruiter,
  endOf,
  moved,
  newReferral,
  textOf,
  toCandidate,
  toReferrer,
} from './say-progress'
import { invited, ofInvitation, ownerForReferrer, toVerify } from './say-source'
import { escalated, nudged, pausedWords, resumedWords } from './say-waiting'

export { digestLine } from './digest-line'

/** What a subscribe message may show; which field of a template shows which is configuration. */
export type NoticeFields = { who: string; job: string; stage: string; time: string; note: string }
export type NoticeWords = {
  /** At most 20 characters. */
  title: string
  body: string
  fields: NoticeFields
}

type Say = (facts: NoticeFacts) => Said

/**
 * What somebody in this seat reads of an event; null where `NOTICES` tells them nothing. Pure: the facts come from the
 * live record each time, so an erased name is in no words any more. product.md, "What each side can see".
 */
export function noticeWords(event: NoticeEvent, seat: NoticeSeat, facts: NoticeFacts): NoticeWords | null {
  const said = WORDS[event][seat]?.(facts)
  if (!said) return null
  const { title, body, note = body } = said
  const stage = said.phrase ?? phraseOf(seat, facts.stage)
  const who = said.who ?? whoWords(seat, facts)
  return {
    title,
    body,
    fields: { who, job: facts.job ?? '在招的职位', stage, time: fieldTime(facts.at), note },
  }
}

const WORDS: Record<NoticeEvent, Partial<Record<NoticeSeat, Say>>> = {
  invited: { candidate: invited },
  'invitation-opened': {
    referrer: (facts) =>
      ofInvitation(facts, 'TA 打开了邀请', 'TA 打开了你的邀请，再等等 TA 的答复。', '已打开'),
  },
  'invitation-accepted': {
    referrer: (facts) =>
      ofInvitation(facts, 'TA 接受了邀请', 'TA 接受了你的邀请，填好资料就会投递。', '已接受'),
  },
  'invitation-declined': {
    referrer: (facts) => ofInvitation(facts, 'TA 婉拒了邀请', 'TA 这次先不考虑，谢谢你的推荐。', '已婉拒'),
  },
  'text-stopped': {
    // Why is not said: texts that others sent, or what the candidate has chosen, are nothing to a referrer.
    referrer: (facts) =>
      ofInvitation(facts, '短信可能没有送到', '短信可能没有送到，用微信卡片把邀请转给 TA 吧。', '短信提醒'),
  },
  applied: {
    candidate: (facts) => ({ ...toCandidate(facts), title: '投递成功' }),
    referrer: (facts) => ({ ...toReferrer(facts), title: 'TA 已投递' }),
    recruiter: newReferral,
  },
  'stage-moved': {
    candidate: (facts) => ({ ...toCandidate(facts), title: moved(facts) }),
    referrer: (facts) => ({ ...toReferrer(facts), title: moved(facts) }),
  },
  ended: {
    candidate: (facts) => ({ ...toCandidate(facts), title: ENDED[endOf(facts)].candidate }),
    referrer: (facts) => ({ ...toReferrer(facts), title: ENDED[endOf(facts)].referrer }),
    recruiter: endedForRecruiter,
  },
  'owner-changed': {
    candidate: ({ job, colleague }) => ({
      title: '来源已核实',
      body: `${job === null ? '这次投递' : jobWords(job)}的来源已由招聘同事核实，${colleague === null ? '不记在任何人名下' : `记在${colleague.name}名下`}。`,
      phrase: '来源已核实',
    }),
    referrer: ownerForReferrer,
  },
  'job-changed': {
    candidate: (facts) => ({
      ...toCandidate(facts),
      title: '换到了新的职位',
      body: `你的流程转到了${jobWords(facts.job)}：${textOf(facts, 'candidate')}`,
    }),
    referrer: (facts) => ({
      title: 'TA 转到了新的职位',
      body: `${headWords('referrer', facts)}：TA 的流程转到了这个职位。${textOf(facts, 'referrer')}`,
      note: 'TA 的流程转到了这个职位',
    }),
    recruiter: (facts) => ({
      title: '转来一位候选人',
      body: `${whoWords('recruiter', facts)}${facts.fromJob === null ? '' : `从${jobWords(facts.fromJob)}`}转到${jobWords(facts.job)}，${answerBy(facts)}。`,
      phrase: '转来候选人',
      note: ask(facts),
    }),
  },
  'source-claimed': {
    recruiter: (facts) => toVerify(facts, '候选人对来源有话说', 'TA 说是别的同事推荐的'),
  },
  'source-objected': {
    recruiter: (facts) => toVerify(facts, '有同事对来源有异议', '有同事认为这次推荐该记在自己名下'),
  },
  paused: {
    referrer: (facts) => pausedWords('referrer', facts),
    recruiter: (facts) => pausedWords('recruiter', facts),
  },
  resumed: {
    referrer: (facts) => resumedWords('referrer', facts),
    recruiter: (facts) => resumedWords('recruiter', facts),
  },
  nudged: { recruiter: nudged },
  escalated: {
    recruiter: (facts) => escalated('recruiter', facts),
    manager: (facts) => escalated('manager', facts),
  },
  digest: {
    candidate: (facts) => digest(facts, '条进展提醒'),
    referrer: (facts) => digest(facts, '条进展提醒'),
    recruiter: (facts) => digest(facts, '件待办提醒'),
  },
}

function digest({ lines, total }: NoticeFacts, what: string): Said {
  const [first = '暂时没有需要你留意的事'] = lines
  const title = total === 0 ? '进展提醒' : `${total} ${what}`
  if (total < 2) return { title, body: ended(first), note: first.slice(first.indexOf('：') + 1) }
  return { title, body: `${ended(first)}另有 ${total - 1} 条。`, note: `共 ${total} 条，点开看看` }
}
