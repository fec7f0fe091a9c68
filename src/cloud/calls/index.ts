import { fileLink, applicationRevealPhone } from './application-people'
import { applicationSubmit } from './application-submit'
import { applicationTransfer } from './application-transfer'
import { deliveryList, deliveryResend } from './delivery'
import { employeeFind } from './employee-find'
import { fileUpload } from './file-upload'
import { inboxList, inboxRead } from './inbox'
import { invitationAccept, invitationDecline } from './invitation-answer'
import { invitationCheck } from './invitation-check'
import { invitationEndorse, invitationGet, invitationRevoke } from './invitation-own'
import { invitationSend } from './invitation-send'
import { jobGet, jobList } from './job'
import { meBindPhone, meErase, meGet } from './me'
import { referralNudge } from './nudge'
import { applicationPause, applicationResume } from './pause'
import { noticeGet, noticeSave, noticeSubscribed } from './notice'
import { progressList, progressSync } from './progress'
import { progressGet } from './progress-get'
import { sessionEnd, sessionStart, sessionVerify } from './session'
import { shareCreate, shareRenew } from './share-create'
import { shareEnd } from './share-end'
import { shareFindCode, shareReport } from './share-find'
import { shareList } from './share-list'
import { shareOpen } from './share-open'
import { sharePoster } from './share-poster'
import { shareSuspicious } from './share-suspicious'
import { applicationClaimSource, claimList, referralObject } from './source-claim'
import { applicationExplain } from './source-explain'
import { applicationRuleSource } from './source-rule'
import { applicationWithdraw, stageMove } from './stage-move'
import type { CallName } from '@/contract/calls'
import type { Served } from '../handler'

/** The handler of every call. Fails to compile when a call has none, or one of another call. */
export const HANDLERS: { readonly [Name in CallName]: Served<Name> } = {
  'session.start': sessionStart,
  'session.verify': sessionVerify,
  'session.end': sessionEnd,
  'me.get': meGet,
  'me.bindPhone': meBindPhone,
  'me.erase': meErase,
  'job.list': jobList,
  'job.get': jobGet,
  'invitation.send': invitationSend,
  'invitation.check': invitationCheck,
  'invitation.get': invitationGet,
  'invitation.endorse': invitationEndorse,
  'invitation.revoke': invitationRevoke,
  'invitation.accept': invitationAccept,
  'invitation.decline': invitationDecline,
  'share.create': shareCreate,
  'share.renew': shareRenew,
  'share.end': shareEnd,
  'share.list': shareList,
  'share.poster': sharePoster,
  'share.open': shareOpen,
  'share.findCode': shareFindCode,
  'share.report': shareReport,
  'share.suspicious': shareSuspicious,
  'application.submit': applicationSubmit,
  'application.withdraw': applicationWithdraw,
  'application.revealPhone': applicationRevealPhone,
  'application.explain': applicationExplain,
  'application.claimSource': applicationClaimSource,
  'application.ruleSource': applicationRuleSource,
  'application.transfer': applicationTransfer,
  'referral.object': referralObject,
  'claim.list': claimList,
  'employee.find': employeeFind,
  'file.upload': fileUpload,
  'file.link': fileLink,
  'progress.list': progressList,
  'progress.get': progressGet,
  'progress.sync': progressSync,
  'stage.move': stageMove,
  'referral.nudge': referralNudge,
  'application.pause': applicationPause,
  'application.resume': applicationResume,
  'inbox.list': inboxList,
  'inbox.read': inboxRead,
  'notice.get': noticeGet,
  'notice.save': noticeSave,
  'notice.subscribed': noticeSubscribed,
  'delivery.list': deliveryList,
  'delivery.resend': deliveryResend,
}
