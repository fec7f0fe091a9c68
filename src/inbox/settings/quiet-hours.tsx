import { useState } from 'react'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Cell } from '@/components/cell'
import { Sheet } from '@/components/sheet'
import { Tappable } from '@/components/tappable'
import { classNames } from '@/components/class-names'
import { POLICY } from '@/domain/policy'
import { minuteWords, untilWords } from './minute-words'
import { Toggle } from './toggle'

type QuietHoursProps = {
  /** Minutes of the day in Asia/Shanghai; equal means never quiet. */
  from: number
  to: number
  onChange: (from: number, to: number) => void
}

const USUAL = { from: POLICY.quiet.fromHour * 60, to: POLICY.quiet.toHour * 60 }
const HOURS = Array.from({ length: 24 }, (_, hour) => hour * 60)

/** When nobody is disturbed: what comes meanwhile is told when it is over. */
export function QuietHours({ from, to, onChange }: QuietHoursProps) {
  const [choosing, setChoosing] = useState<'from' | 'to' | null>(null)
  const quiet = from !== to
  const choose = (minute: number) => {
    setChoosing(null)
    if (choosing === 'from') onChange(minute, to)
    else onChange(from, minute)
  }
  return (
    <Card flush>
      <Toggle
        label={quiet ? '按时段免打扰' : '不设免打扰'}
        note={quiet ? '这段时间不提醒，攒到结束后再说；「消息」里照常能看' : '任何时候都可能提醒你'}
        on={quiet}
        onChange={(on) => (on ? onChange(USUAL.from, USUAL.to) : onChange(from, from))}
        testId='quiet'
      />
      {quiet && (
        <>
          <Cell label='从' value={minuteWords(from)} onTap={() => setChoosing('from')} testId='quiet-from' />
          <Cell label='到' value={untilWords(from, to)} onTap={() => setChoosing('to')} testId='quiet-to' />
        </>
      )}
      <Sheet
        open={choosing !== null}
        title={choosing === 'from' ? '从几点开始' : '到几点结束'}
        onClose={() => setChoosing(null)}
      >
        <View className='settings-hours'>
          {HOURS.filter((minute) => minute !== (choosing === 'from' ? to : from)).map((minute) => {
            const on = minute === (choosing === 'from' ? from : to)
            return (
              <Tappable
                key={minute}
                className={classNames('settings-hours__one', on && 'settings-hours__one--on')}
                pressed={on}
                onTap={() => choose(minute)}
              >
                {minuteWords(minute)}
              </Tappable>
            )
          })}
        </View>
      </Sheet>
    </Card>
  )
}
