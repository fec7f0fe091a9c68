import { View } from '@tarojs/components'
import { classNames } from '../class-names'
import { Tappable } from '../tappable'
import './index.scss'

export type ChipsProps<V extends string> = {
  /** What is being chosen, for a screen reader. */
  label: string
  options: readonly { value: V; label: string }[]
  value: V | undefined
  /** Tapping the chosen one again takes the choice back. */
  onChange: (value: V | undefined) => void
}

export function Chips<V extends string>({ label, options, value, onChange }: ChipsProps<V>) {
  return (
    <View className='b-chips' role='group' aria-label={label}>
      {options.map((option) => {
        const on = option.value === value
        return (
          <Tappable
            key={option.value}
            className='b-chips__tap'
            pressed={on}
            onTap={() => onChange(on ? undefined : option.value)}
          >
            <View className={classNames('b-chips__chip', on && 'b-chips__chip--on')}>{option.label}</View>
          </Tappable>
        )
      })}
    </View>
  )
}
