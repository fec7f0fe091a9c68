import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { Tappable } from '../tappable'
import './index.scss'

export type CellProps = {
  label: string
  value?: ReactNode
  /** A second, quieter line under the label. */
  note?: string
  /** With it the row is tappable and shows a chevron. */
  onTap?: () => void
  /** Set for a row that unfolds what is under it: the chevron points down or up instead. */
  expanded?: boolean
  testId?: string
}

/** A row of label and value. Rows that follow each other are parted by a line. */
export function Cell({ label, value, note, onTap, expanded, testId }: CellProps) {
  const content = (
    <>
      <View className='b-cell__words'>
        <View className='b-cell__label'>{label}</View>
        {note && <View className='b-cell__note'>{note}</View>}
      </View>
      {value !== undefined && <View className='b-cell__value'>{value}</View>}
      {onTap && (
        <Text className='b-cell__chevron' aria-hidden>
          {expanded === undefined ? '›' : expanded ? '⌃' : '⌄'}
        </Text>
      )}
    </>
  )
  if (!onTap) return <View className='b-cell'>{content}</View>
  return (
    <Tappable className='b-cell' onTap={onTap} expanded={expanded} testId={testId}>
      {content}
    </Tappable>
  )
}
