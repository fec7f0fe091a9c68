import { Card } from '@/components/card'
import { Cell } from '@/components/cell'
import { CodeSheet } from '@/components/code-entry/sheet'
import { useCodeSheet } from '@/services/code-entry'

/** For whoever was told a code by a colleague of theirs. */
export function HaveCode() {
  const { show, sheet } = useCodeSheet()
  return (
    <>
      <Card flush className='home-ways'>
        <Cell label='有内推码？' note='看看是谁推荐你的' onTap={show} testId='have-code' />
      </Card>
      <CodeSheet {...sheet} />
    </>
  )
}
