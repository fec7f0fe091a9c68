import { CodeSheet } from '@/components/code-entry/sheet'
import { Tappable } from '@/components/tappable'
import { useCodeSheet } from '@/services/code-entry'

/** For whoever was told a code and came here by the name of the mini-program. */
export function HaveCode() {
  const { show, sheet } = useCodeSheet()
  return (
    <>
      <Tappable className='jobs-code' onTap={show} testId='have-code'>
        有内推码？
      </Tappable>
      <CodeSheet {...sheet} />
    </>
  )
}
