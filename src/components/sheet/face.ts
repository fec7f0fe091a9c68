import type { FunctionComponent, PropsWithChildren } from 'react'

export type SheetFrameProps = PropsWithChildren<{ title: string; onClose: () => void }>

export type SheetFrame = FunctionComponent<SheetFrameProps>
