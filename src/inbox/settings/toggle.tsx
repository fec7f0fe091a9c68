import { View } from '@tarojs/components'
import { classNames } from '@/components/class-names'
import { Tappable } from '@/components/tappable'

type ToggleProps = {
  label: string
  note?: string
  on: boolean
  onChange: (on: boolean) => void
  testId?: string
}

/** A row that is on or off; the whole row can be tapped. */
export function Toggle({ label, note, on, onChange, testId }: ToggleProps) {
  return (
    <Tappable className='settings-toggle' pressed={on} onTap={() => onChange(!on)} testId={testId}>
      <View className='settings-toggle__words'>
        <View>{label}</View>
        {note && <View className='settings-toggle__note'>{note}</View>}
      </View>
      <View className={classNames('settings-toggle__track', on && 'settings-toggle__track--on')} aria-hidden>
        <View className='settings-toggle__knob' />
      </View>
    </Tappable>
  )
}
