import type { LocalServer } from '../local-server'
import { codeSentTo } from '../web/people/texts'
import type { MiniProgram } from './simulator'

/** On the page for it: types the number, and the code that was texted to it. */
export async function proveByCode(person: MiniProgram, server: LocalServer, number: string): Promise<void> {
  await person.type('手机号', number)
  await person.tap('获取验证码')
  await person.see('验证码已发送')
  await person.type('验证码', await codeSentTo(server, number))
  await person.tap('验证并继续')
}
