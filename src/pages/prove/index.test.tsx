import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro, * as taro from '@tarojs/taro'
import { startProof, verifyProof } from '@/services/phone-proof'
import ProvePage from '.'

jest.mock('@/services/phone-proof', () => ({
  provesBy: 'code',
  startProof: jest.fn(),
  verifyProof: jest.fn(),
}))
jest.mock('@/services/cloud', () => ({
  ...jest.requireActual<object>('@/services/cloud'),
  call: () => Promise.resolve({ ok: false, code: 'unavailable', message: '' }),
}))

const { openedWith } = taro as unknown as { openedWith: (params: Record<string, string>) => void }
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const tap = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))

it('proves a number and goes on to where it was asked for', async () => {
  jest.mocked(startProof).mockResolvedValue({ ok: true, data: { expiresIn: 300, retryAfter: 60 } })
  openedWith({ next: 'invitation', token: 'the-token' })
  await act(async () => void render(<ProvePage />))
  type('手机号', '13800138000')
  await tap('获取验证码')
  expect(screen.getByRole('button', { name: '60 秒后可以重新获取' })).toHaveAttribute('aria-disabled', 'true')

  jest.mocked(verifyProof).mockResolvedValueOnce({ ok: false, code: 'code-wrong', message: '', triesLeft: 4 })
  type('验证码', '111111')
  await tap('验证并继续')
  expect(screen.getByRole('alert')).toHaveTextContent('验证码不对，还可以试 4 次')
  expect(screen.getByLabelText('验证码')).toHaveValue('111111')

  const me = { invitationsWaiting: 1, employee: null }
  jest.mocked(verifyProof).mockResolvedValueOnce({ ok: true, data: { token: 't', me } } as never)
  type('验证码', '222222')
  await tap('验证并继续')
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/invitation/index?token=the-token' })
})
