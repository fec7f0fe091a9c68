import { Card } from '@/components/card'
import { Cell } from '@/components/cell'
import { CodeSheet } from '@/components/code-entry/sheet'
import { useCodeSheet } from '@/services/code-entry'

/** For whoever was told a code and came here by the name of the mini-program. */
export function HaveCode() {
  const { show, sheet } = useCodeSheet()
  return (
    <>
      <Card flush className='jobs-code'>
        <Cell label='有内推码？' note='输入后，来源记在告诉你的同事名下' onTap={show} testId='have-code' />
      </Card>
      <CodeSheet {...sheet} />
    </>
  )
}
