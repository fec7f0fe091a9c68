import { localMail } from '@/cloud/local/doors/mail'
import { localMessages } from '@/cloud/local/doors/messages'
import { CLOSED_PORT, openDeafPort } from '@/testing/deaf-port'
import { memoryDoors } from '@/testing/doors'
import { startSmtpStub, type SmtpAnswers, type SmtpStub } from '@/testing/smtp-stub'
import type { MailDoor } from './face'
import { writeLetter } from './letter'
import { mailOff } from './off'
import { smtpMail } from './smtp'

const from = '伯乐 <bole@refer.example.com>'
const mail = {
  ...{ id: '0192a0b4-0000-7000-8000-000000000001', to: 'chen.si@example.com', subject: '3 件待办提醒' },
  lines: ['周宁 · 高级前端工程师：初筛还剩 5 小时', '郑好 · 数据工程师：已超时 2 个工作日'],
  link: 'https://refer.example.com/#/inbox/list/index',
}

let stub: SmtpStub
let smtp: MailDoor
beforeAll(async () => {
  stub = await startSmtpStub()
  smtp = smtpMail({ url: stub.url, from }, { connectMs: 400, answerMs: 400 })
})
afterAll(() => stub.close())
beforeEach(() => {
  stub.mails.length = 0
  stub.answers = {}
})

const doors: [string, () => MailDoor][] = [
  ['the real door, through nodemailer', () => smtp],
  ['the local door', () => localMail(localMessages())],
  ['the door of tests', () => memoryDoors().mail],
]

it.each(doors)('%s takes a mail', async (_name, door) => {
  expect(door().available).toBe(true)
  await expect(door().send(mail)).resolves.toEqual({ outcome: 'sent' })
})

it('writes plain text and HTML, with a Message-ID of the outbox id', async () => {
  await smtp.send(mail)
  const [sent] = stub.mails
  expect(sent).toMatchObject({ from: 'bole@refer.example.com', to: ['chen.si@example.com'] })
  const source = sent?.source ?? ''
  expect(source).toContain(`Message-ID: <${mail.id}@refer.example.com>`)
  expect(source).toContain('Auto-Submitted: auto-generated')
  expect(source).toMatch(/Content-Type: multipart\/alternative/)
  expect(source).toMatch(/Subject: =\?UTF-8\?/)
})

it('is the same mail when it is sent again', async () => {
  stub.answers = { data: 'silence' }
  await expect(smtp.send(mail)).resolves.toEqual({ outcome: 'later', reason: 'ETIMEDOUT' })
  stub.answers = {}
  await expect(smtp.send(mail)).resolves.toEqual({ outcome: 'sent' })
  const ids = stub.mails.map(({ source }) => /^Message-ID: .*$/m.exec(source)?.[0])
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

it.each<[string, SmtpAnswers, object]>([
  ['a busy server', { greeting: '421 busy' }, { outcome: 'later', reason: '421' }],
  ['a full mailbox', { rcpt: '452 full' }, { outcome: 'later', reason: '452' }],
  ['nobody of this name', { rcpt: '550 no such user' }, { outcome: 'closed', reason: '550' }],
  ['a sender who may not send', { mail: '553 not yours' }, { outcome: 'refused', reason: '553' }],
  ['words it will not have', { data: '554 spam' }, { outcome: 'refused', reason: '554' }],
  ['a try-again after the whole mail', { data: '451 later' }, { outcome: 'later', reason: '451' }],
  ['silence after the whole mail', { data: 'silence' }, { outcome: 'later', reason: 'ETIMEDOUT' }],
  ['a connection that breaks after it', { data: 'hang-up' }, { outcome: 'later', reason: 'ECONNECTION' }],
])('says what it means to meet %s', async (_what, answers, handed) => {
  stub.answers = answers
  await expect(smtp.send(mail)).resolves.toEqual(handed)
})

it('tries another time where nobody listens, or nobody greets', async () => {
  const away = smtpMail({ url: `smtp://${CLOSED_PORT}`, from })
  await expect(away.send(mail)).resolves.toMatchObject({ outcome: 'later' })
  const deaf = await openDeafPort()
  const silent = smtpMail({ url: `smtp://${deaf.host}`, from }, { connectMs: 200, answerMs: 200 })
  await expect(silent.send(mail)).resolves.toMatchObject({ outcome: 'later', reason: 'ETIMEDOUT' })
  await deaf.close()
})

it('does not send a password to a server without TLS', async () => {
  const door = smtpMail(
    { url: stub.url.replace('://', '://user:secret@'), from },
    { connectMs: 400, answerMs: 400 },
  )
  await expect(door.send(mail)).resolves.not.toMatchObject({ outcome: 'sent' })
  expect(stub.mails).toEqual([])
})

it.each(['chen.si', 'a@b.com, c@d.com', 'a@b.com\r\nBcc: c@d.com', '"x" <a@b.com>', ''])(
  'takes %j for no address',
  async (to) => {
    await expect(smtp.send({ ...mail, to })).resolves.toEqual({ outcome: 'closed', reason: 'address' })
    expect(stub.mails).toEqual([])
  },
)

it('lets nothing of a name become a header or a piece of HTML', async () => {
  const nasty = '周宁\r\nBcc: evil@example.com\r\n\r\n<script>alert(1)</script>'
  await smtp.send({ ...mail, subject: nasty, lines: [nasty], link: 'javascript:alert(1)' })
  const [sent] = stub.mails
  expect(sent?.to).toEqual(['chen.si@example.com'])
  expect(sent?.source).not.toMatch(/^Bcc:/m)
  const letter = writeLetter({ subject: nasty, lines: [nasty], link: 'javascript:alert(1)' })
  expect(letter.subject).not.toMatch(/[\r\n]/)
  expect(letter.html).toContain('&lt;script&gt;')
  expect(letter.html).not.toContain('<script>')
  expect(letter.html + letter.text).not.toContain('javascript:')
})

it('reaches nobody while the company has named no server', async () => {
  expect(mailOff.available).toBe(false)
  await expect(mailOff.send(mail)).resolves.toMatchObject({ outcome: 'closed' })
})
