import { Button } from '@tarojs/components'
import type { ButtonControl as Face } from './face'

export const ButtonControl = ((props) => {
  const { className, label, disabled, busy, onTap, openType, onPhoneCode, name, testId, children } = props
  const off = disabled || busy
  return (
    <Button
      className={className}
      hoverClass={off ? 'none' : 'b-button--down'}
      disabled={off}
      openType={off ? undefined : openType}
      aria-label={label}
      data-name={name}
      data-testid={testId}
      onClick={() => !off && onTap?.()}
      onGetPhoneNumber={({ detail }) => onPhoneCode?.(detail.code)}
    >
      {children}
    </Button>
  )
}) satisfies Face
