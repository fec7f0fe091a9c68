import * as application from './application'
import * as delivery from './delivery'
import * as inbox from './inbox'
import * as invitation from './invitation'
import * as job from './job'
import * as me from './me'
import * as notice from './notice'
import * as pace from './pace'
import * as progress from './progress'
import * as session from './session'
import * as share from './share'
import * as source from './source'

/** Every call there is, by its name. */
export const CALLS = {
  'session.start': session.sessionStart,
  'session.verify': session.sessionVerify,
  'session.end': session.sessionEnd,
  'me.get': me.meGet,
  'me.bindPhone': me.meBindPhone,
  'me.erase': me.meErase,
  'job.list': job.jobList,
  'job.get': job.jobGet,
  'invitation.send': invitation.invitationSend,
  'invitation.check': invitation.invitationCheck,
  'invitation.get': invitation.invitationGet,
  'invitation.endorse': invitation.invitationEndorse,
  'invitation.revoke': invitation.invitationRevoke,
  'invitation.accept': invitation.invitationAccept,
  'invitation.decline': invitation.invitationDecline,
  'share.create': share.shareCreate,
  'share.renew': share.shareRenew,
  'share.end': share.shareEnd,
  'share.list': share.shareList,
  'share.poster': share.sharePoster,
  'share.open': share.shareOpen,
  'share.findCode': share.shareFindCode,
  'share.report': share.shareReport,
  'share.suspicious': share.shareSuspicious,
  'application.submit': application.applicationSubmit,
  'application.withdraw': application.applicationWithdraw,
  'application.revealPhone': application.applicationRevealPhone,
  'application.explain': source.applicationExplain,
  'application.claimSource': source.applicationClaimSource,
  'application.ruleSource': source.applicationRuleSource,
  'application.transfer': source.applicationTransfer,
  'referral.object': source.referralObject,
  'claim.list': source.claimList,
  'employee.find': source.employeeFind,
  'file.upload': application.fileUpload,
  'file.link': application.fileLink,
  'progress.list': progress.progressList,
  'progress.get': progress.progressGet,
  'progress.sync': progress.progressSync,
  'stage.move': progress.stageMove,
  'referral.nudge': pace.referralNudge,
  'application.pause': pace.applicationPause,
  'application.resume': pace.applicationResume,
  'inbox.list': inbox.inboxList,
  'inbox.read': inbox.inboxRead,
  'notice.get': notice.noticeGet,
  'notice.save': notice.noticeSave,
  'notice.subscribed': notice.noticeSubscribed,
  'delivery.list': delivery.deliveryList,
  'delivery.resend': delivery.deliveryResend,
} as const

export type CallName = keyof typeof CALLS
export type CallOf<Name extends CallName> = (typeof CALLS)[Name]
export const CALL_NAMES = Object.keys(CALLS) as CallName[]
