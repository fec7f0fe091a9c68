/** @jest-environment jsdom */
import { fireEvent, render, screen } from '@testing-library/react'
import { Button, Form, Input, Picker, View } from './taro-components'

it('speaks to handlers as a mini-program does, in event.detail.value', () => {
  const onInput = jest.fn()
  const onChange = jest.fn()
  const onSubmit = jest.fn()
  render(
    <Form onSubmit={onSubmit}>
      <View hoverClass='pressed'>
        <Input name='phone' type='number' placeholder='手机号' onInput={onInput} />
        <Picker range={['研发', '市场']} value={0} onChange={onChange} aria-label='部门' />
        <Button formType='submit' loading>
          投递
        </Button>
      </View>
    </Form>,
  )

  fireEvent.change(screen.getByPlaceholderText('手机号'), { target: { value: '138' } })
  fireEvent.change(screen.getByLabelText('部门'), { target: { value: '1' } })
  fireEvent.click(screen.getByText('投递'))

  expect(onInput).toHaveBeenCalledWith(expect.objectContaining({ detail: { value: '138' } }))
  expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ detail: { value: '1' } }))
  expect(onSubmit).toHaveBeenCalledWith(expect.objectContaining({ detail: { value: { phone: '138' } } }))
})
