import { classNames } from '../class-names'
import type { Picture as Face } from './face'
import './index.scss'

export const Picture = (({ src, label, className, testId }) => (
  <img className={classNames('b-picture', className)} src={src} alt={label} data-testid={testId} />
)) satisfies Face
