import { View } from '@tarojs/components'
import { classNames } from '../class-names'
import { Tappable } from '../tappable'
import './index.scss'

export type SegmentsProps<V extends string> = {
  /** What the segments part, for a screen reader. */
  label: string
  options: readonly { value: V; label: string; count?: number }[]
  value: V
  onChange: (value: V) => void
}

/** One of a few views of the same page; one is always chosen. */
export function Segments<V extends string>({ label, options, value, onChange }: SegmentsProps<V>) {
  return (
    <View className='b-segments' role='group' aria-label={label}>
      {options.map((option) => {
        const on = option.value === value
        return (
          <Tappable
            key={option.value}
            className={classNames('b-segments__one', on && 'b-segments__one--on')}
            pressed={on}
            onTap={() => onChange(option.value)}
          >
            {option.count === undefined ? option.label : `${option.label} ${option.count}`}
          </Tappable>
        )
      })}
    </View>
  )
}
