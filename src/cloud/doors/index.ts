import type { FilesDoor } from './files/face'
import type { MailDoor } from './mail/face'
import type { SmsDoor } from './sms/face'
import type { WechatDoor } from './wechat/face'
import type { WecomDoor } from './wecom/face'

/** The outside world, each part behind an interface with a real and a local adapter. */
export type Doors = { wechat: WechatDoor; sms: SmsDoor; files: FilesDoor; wecom: WecomDoor; mail: MailDoor }
