import { act, fireEvent, render, screen } from '@testing-library/react'
import { call } from '@/services/cloud/call'
import { ColleagueSearch } from './search'

jest.mock('@/services/cloud/call')

const calls = jest.mocked(call)
const wang = { id: 'w', name: '王磊', department: '数据部', employeeNumber: 'E1024' }
const wangMin = { id: 'm', name: '王敏', department: '市场部', employeeNumber: 'E1031' }
const found = (...employees: object[]) => ({ ok: true, data: { employees } })
const answers = (reply: unknown) => calls.mockResolvedValue(reply as never)
const asked = () => calls.mock.calls.map(([, input]) => (input as { text: string }).text)

const chosen = jest.fn()
const field = () => screen.getByRole('textbox', { name: '改归哪位同事' })
const type = (value: string) => fireEvent.change(field(), { target: { value } })
const wait = (ms = 250) => act(() => jest.advanceTimersByTimeAsync(ms))

beforeEach(() => {
  jest.useFakeTimers()
  calls.mockReset()
  chosen.mockReset()
  render(<ColleagueSearch disabled={false} onChoose={chosen} />)
})
afterEach(() => jest.useRealTimers())

it('asks once when the typing rests, and offers whom it found', async () => {
  answers(found(wang, wangMin))
  type('王')
  await wait(100)
  type(' 王磊')
  expect(screen.getByRole('status')).toHaveTextContent('正在找…')
  await wait()
  expect(asked()).toEqual(['王磊'])
  fireEvent.click(screen.getByRole('button', { name: /王敏/ }))
  expect(chosen).toHaveBeenCalledWith(wangMin)
})

it('takes the first with Enter', async () => {
  answers(found(wang, wangMin))
  type('王')
  fireEvent.keyDown(field(), { key: 'Enter' })
  expect(chosen).not.toHaveBeenCalled()
  await wait()
  fireEvent.keyDown(field(), { key: 'Enter' })
  expect(chosen).toHaveBeenCalledWith(wang)
})

it('takes nobody with Enter who was found for less than is typed by now', async () => {
  answers(found(wangMin, wang))
  type('王')
  await wait()
  type('王磊')
  expect(screen.getByRole('button', { name: /王敏/ })).toBeInTheDocument()
  fireEvent.keyDown(field(), { key: 'Enter' })
  expect(chosen).not.toHaveBeenCalled()
  answers(found(wang))
  await wait()
  fireEvent.keyDown(field(), { key: 'Enter' })
  expect(chosen).toHaveBeenCalledWith(wang)
})

it('shows the answer to the newest question, whichever comes first', async () => {
  let slow: (reply: unknown) => void = () => undefined
  calls.mockReturnValueOnce(new Promise((resolve) => (slow = resolve)) as never)
  type('王')
  await wait()
  answers(found(wang))
  type('E1024')
  await wait()
  await act(async () => slow(found(wangMin)))
  expect(screen.getByRole('button', { name: /王磊/ })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /王敏/ })).not.toBeInTheDocument()
})

it('says when nobody is found, and asks nothing for an empty field', async () => {
  answers(found())
  type('查无')
  await wait()
  expect(screen.getByRole('status')).toHaveTextContent('没有找到在职的同事')
  type(' ')
  await wait()
  expect(screen.queryByRole('status')).not.toBeInTheDocument()
  expect(asked()).toHaveLength(1)
})

it('says when the search failed, and tries again', async () => {
  answers({ ok: false, code: 'internal', message: '' })
  type('王')
  await wait()
  expect(screen.getByRole('alert')).toHaveTextContent('没有找成')
  answers(found(wang))
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '再试一次' })))
  expect(screen.getByRole('button', { name: /王磊/ })).toBeInTheDocument()
})
