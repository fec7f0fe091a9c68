import { Button } from '@/components/button'
import type { ForwardButton as Face } from './face'

export const ForwardButton = (() => (
  <Button openType='share' name='invitation'>
    转发到微信
  </Button>
)) satisfies Face
