import { readConfig } from '../config'
import { openService, type Service } from '../context'
import { cloudFiles } from '../doors/files/cloud'
import { mailOff } from '../doors/mail/off'
import { smtpMail } from '../doors/mail/smtp'
import { smsOff } from '../doors/sms/off'
import { tencentSms } from '../doors/sms/tencent'
import { cloudWechat } from '../doors/wechat/cloud'
import { cloudWecom } from '../doors/wecom/cloud'
import { wecomOff } from '../doors/wecom/off'
import { log } from '../log'
import { createSecrets } from '../secrets'
import { openDatabase } from '../store/database'

/**
 * The service of a deployed function, with the real doors. Throws an Error that names every variable which is missing
 * or malformed. Opens no connection: the first statement does.
 */
export function cloudService(env: NodeJS.ProcessEnv, connections: number): Service {
  const config = readConfig(env)
  return openService({
    config,
    secrets: createSecrets(config.keys, config.hashKey),
    db: openDatabase(config.databaseUrl, {
      max: connections,
      onIdleError: (error) => log({ call: 'database', failure: error }),
    }),
    doors: {
      wechat: cloudWechat(config),
      sms: config.sms ? tencentSms(config.sms) : smsOff,
      files: cloudFiles(),
      wecom: config.wecom ? cloudWecom(config.wecom) : wecomOff,
      mail: config.mail ? smtpMail(config.mail) : mailOff,
    },
  })
}
