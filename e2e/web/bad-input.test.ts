import sql from 'sql-template-tag'
import { askForCode, enterCode } from './people/candidate'
import { chooseJob, SEND } from './people/referrer'
import { codeSentTo } from './people/texts'
import { addressIn } from './support/addresses'
import { call, signIn } from './support/calls'
import { rowsOf } from './support/database'
import { PHONE, type Guest } from './support/guests'
import { touch } from './support/hands'
import { button, field, heading, see } from './support/look'
import { refusedCall } from './support/troubles'
import { openWorld } from './support/world'
import { findClosedJob } from './tour/places'

jest.setTimeout(60_000)

const world = openWorld()
const OWN_NUMBER = '13800138001'

describe('the referrer’s form', () => {
  let referrer: Guest

  beforeAll(async () => {
    referrer = await world.guests.invite(PHONE, world.server.links.referrer)
    await chooseJob(touch, referrer.page, '高级前端工程师')
  })
  afterAll(() => referrer.leave())

  it.each([
    ['too few digits', '1380013800', '这不像手机号，请检查'],
    ['too many digits', '138001380001', '这不像手机号，请检查'],
    ['digits of no network', '23800138000', '这不像手机号，请检查'],
    ['words', '张三的电话', '这不像手机号，请检查'],
    ['nothing at all', '', '请先输入 TA 的手机号'],
  ])('says beside the field that %s are no number, and keeps everything', async (_what, typed, problem) => {
    const { page } = referrer
    await touch.write(field(page, 'TA 的手机号'), typed)
    await touch.press(button(page, SEND))
    const number = field(page, 'TA 的手机号')
    await see(page, problem)
    expect(await number.getAttribute('aria-invalid')).toBe('true')
    const told = await number.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${told}"]`).innerText()).toBe(problem)
    expect((await number.inputValue()).replace(/\s/g, '')).toBe(typed)
    await see(page, /高级前端工程师 · 上海/)
    expect(await referrer.heard()).not.toContain('invitationId')
  })

  it('says of the referrer’s own number at once that it is theirs', async () => {
    const { page, troubles } = referrer
    await touch.write(field(page, 'TA 的手机号'), OWN_NUMBER)
    await see(page, '这是你自己的号码，不能推荐自己')
    troubles.expect(refusedCall('invitation.check', 409))
  })

  it.each([`+86 ${OWN_NUMBER}`, `林晓 ${OWN_NUMBER.replace(/(\d{3})(\d{4})/, '$1-$2-')}`])(
    'refuses the referrer’s own number, typed as 「%s」, and says why',
    async (typed) => {
      const { page, troubles } = referrer
      await touch.write(field(page, 'TA 的手机号'), typed)
      await touch.press(button(page, SEND))
      await see(page, '这是你自己的号码，不能推荐自己')
      troubles.expect(refusedCall('invitation.send', 409))
    },
  )

  it('says before the tap that the remembered job has closed, and offers the others', async () => {
    const { page } = referrer
    await chooseJob(touch, page, '大模型应用工程师')
    await rowsOf(world.server, sql`update job set status = 'closed' where title = '大模型应用工程师'`)
    await page.reload()
    await see(page, '这个职位已停止招聘，请换一个职位')
    await touch.write(field(page, 'TA 的手机号'), '13912345731')
    await touch.press(button(page, SEND))
    const jobs = page.getByRole('dialog', { name: '推荐哪个职位？' })
    await jobs.getByRole('button', { name: '高级前端工程师' }).waitFor()
    expect(await jobs.getByRole('button', { name: '大模型应用工程师' }).count()).toBe(0)
  })
})

it('tells on its page that a job is closed, and offers no button to apply or refer', async () => {
  const session = world.server.tokenOf('referrer')
  const address = addressIn(world.server, 'job', { id: await findClosedJob(world.server) }, session)
  const { page, leave } = await world.guests.invite(PHONE, address)
  await see(page, '这个职位已停止招聘，不再接受推荐和投递')
  await heading(page, '在招的职位').waitFor()
  expect(await page.getByRole('button', { name: /投递|推荐朋友/ }).count()).toBe(0)
  await leave()
})

describe('the candidate’s form', () => {
  const PERSON = { phone: '13912345732', name: '安然' }
  const MB = 1024 * 1024
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })
  const wrongKind = /只支持 PDF、DOC、DOCX 格式的简历/
  let candidate: Guest

  beforeAll(async () => {
    const session = await signIn(world.server, PERSON.phone)
    const { jobs } = await call(world.server, 'job.list', {})
    const address = addressIn(world.server, 'apply', { job: jobs[0]?.id }, session)
    candidate = await world.guests.invite(PHONE, address)
  })
  afterAll(() => candidate.leave())

  it.each([
    ['of another kind', file('简历.txt', Buffer.from('text')), wrongKind, 0],
    ['that is empty', file('空.pdf', Buffer.alloc(0)), /这个文件是空的/, 0],
    ['over 10 MB', file('大.pdf', Buffer.alloc(10 * MB + 1)), /简历不能超过 10 MB/, 0],
    [
      'that only pretends to be one',
      file('照片.pdf', Buffer.from('GIF89a')),
      /不是 PDF、DOC 或 DOCX，可能改过后缀/,
      1,
    ],
  ])('refuses a file %s, and keeps what was typed', async (_what, chosen, problem, uploads) => {
    const { page, troubles } = candidate
    let sent = 0
    page.on('request', (request) => (sent += request.url().includes('/api/file.upload') ? 1 : 0))
    await touch.write(field(page, '姓名'), PERSON.name)
    const choosing = page.waitForEvent('filechooser')
    await touch.press(button(page, '选择文件'))
    await (await choosing).setFiles(chosen)
    await see(page, problem)
    await button(page, '选择文件').waitFor()
    // What cannot be seen from outside the file is told by the server.
    expect(sent).toBe(uploads)
    if (uploads > 0) troubles.expect(refusedCall('file.upload', 415))
    expect(await field(page, '姓名').inputValue()).toBe(PERSON.name)
  })
})

it('counts five wrong codes down and then asks for a new one', async () => {
  const phone = '13912345733'
  const { page, troubles, leave } = await world.guests.invite(PHONE)
  await page.goto(addressIn(world.server, 'prove', {}))
  await askForCode(touch, page, phone)
  const code = await codeSentTo(world.server, phone)
  const wrong = code === '111111' ? '222222' : '111111'
  for (const left of [4, 3, 2, 1]) {
    await enterCode(touch, page, wrong)
    await see(page, `验证码不对，还可以试 ${left} 次`)
  }
  await enterCode(touch, page, wrong)
  await see(page, '验证码已失效，请重新获取')
  await enterCode(touch, page, code)
  await see(page, '验证码已失效，请重新获取')
  troubles.expect(refusedCall('session.verify', 400))
  troubles.expect(refusedCall('session.verify', 410))
  await leave()
})
