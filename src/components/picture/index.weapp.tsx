import { Image } from '@tarojs/components'
import { classNames } from '../class-names'
import type { Picture as Face } from './face'
import './index.scss'

export const Picture = (({ src, label, className, testId }) => (
  <Image
    className={classNames('b-picture', className)}
    src={src}
    mode='widthFix'
    showMenuByLongpress
    aria-label={label}
    data-testid={testId}
  />
)) satisfies Face
