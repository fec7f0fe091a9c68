import { Button } from '@/components/button'
import type { ForwardButton as Face } from './face'

export const ForwardButton = (({ disabled }) => (
  <Button openType='share' name='card' disabled={disabled} testId='forward'>
    转发到微信
  </Button>
)) satisfies Face
