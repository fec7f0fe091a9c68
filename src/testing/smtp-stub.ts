import { createServer, type AddressInfo, type Socket } from 'node:net'

/** What the stub answers to each step instead of yes; `silence` to `data` is after the whole mail was taken. */
export type SmtpAnswers = {
  greeting?: string
  mail?: string
  rcpt?: string
  data?: string | 'silence' | 'hang-up'
}

export type SmtpStub = {
  url: string
  /** Every mail that was handed over whole, as it was written. */
  mails: { from: string; to: string[]; source: string }[]
  answers: SmtpAnswers
  close(): Promise<void>
}

/** A mail server on this machine that speaks as much SMTP as one mail needs. */
export async function startSmtpStub(): Promise<SmtpStub> {
  const sockets = new Set<Socket>()
  const stub: Pick<SmtpStub, 'mails' | 'answers'> = { mails: [], answers: {} }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    serve(socket, stub)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(stub, {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  })
}

function serve(socket: Socket, stub: Pick<SmtpStub, 'mails' | 'answers'>): void {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let mail = { from: '', to: [] as string[], source: '' }
  let inData = false
  let pending = ''

  const command = (line: string): void => {
    const { answers } = stub
    if (/^(EHLO|HELO)/i.test(line)) say('250 stub')
    else if (/^MAIL FROM:/i.test(line)) {
      mail = { from: /<(.*?)>/.exec(line)?.[1] ?? '', to: [], source: '' }
      say(answers.mail ?? '250 ok')
    } else if (/^RCPT TO:/i.test(line)) {
      mail.to.push(/<(.*?)>/.exec(line)?.[1] ?? '')
      say(answers.rcpt ?? '250 ok')
    } else if (/^DATA/i.test(line)) {
      inData = true
      say('354 go on')
    } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
    else say('250 ok')
  }
  const whole = (): void => {
    inData = false
    stub.mails.push(mail)
    const { data } = stub.answers
    if (data === 'hang-up') socket.destroy()
    else if (data !== 'silence') say(data ?? '250 taken')
  }

  socket.on('data', (chunk: Buffer) => {
    pending += chunk.toString('utf8')
    for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
      const line = pending.slice(0, end)
      pending = pending.slice(end + 2)
      if (!inData) command(line)
      else if (line === '.') whole()
      else mail.source += `${line}\r\n`
    }
  })
  say(stub.answers.greeting ?? '220 stub')
}
