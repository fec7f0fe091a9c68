import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { call } from '@/services/cloud/call'
import { HaveCode } from './have-code'

jest.mock('@/services/cloud/call')

const TOKEN = 'abcdefghijklmnopqrstuv'
const tap = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))

it('leads a typed code to whoever it belongs to, and is closed on the way back', async () => {
  jest.mocked(call).mockResolvedValue({ ok: true, data: { token: TOKEN } })
  render(<HaveCode />)
  await tap('有内推码？')
  fireEvent.change(screen.getByLabelText('内推码'), { target: { value: '7k2q-9m4x' } })
  await tap('找到推荐我的同事')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/pages/invitation/index?token=${TOKEN}` })
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})
