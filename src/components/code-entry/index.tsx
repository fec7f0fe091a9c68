import { View } from '@tarojs/components'
import { Button } from '../button'
import { Field } from '../field'
import { Tappable } from '../tappable'
import './index.scss'

export type CodeEntryProps = {
  typed: string
  problem?: string
  finding: boolean
  onType: (typed: string) => void
  onFind: () => void
  /** Left out where there is no camera to be asked. */
  onScan?: () => void
  /** Where nothing else is to be done. */
  primary?: boolean
}

/** Longer than a code: a link may be pasted here as well. */
const LIMIT = 200

/** Where a code is typed that a colleague said or printed. */
export function CodeEntry({ typed, problem, finding, onType, onFind, onScan, primary }: CodeEntryProps) {
  return (
    <View className='b-code-entry'>
      <Field
        label='内推码'
        value={typed}
        placeholder='8 位字母和数字'
        maxLength={LIMIT}
        error={problem}
        hint='大小写、空格都没关系，粘贴链接也可以'
        testId='referral-code'
        onInput={onType}
        onConfirm={onFind}
        right={
          onScan && (
            <Tappable className='b-code-entry__scan' onTap={onScan} testId='scan'>
              扫一扫
            </Tappable>
          )
        }
      />
      <Button kind={primary ? 'primary' : 'ghost'} loading={finding} onTap={onFind} testId='find-code'>
        找到推荐我的同事
      </Button>
    </View>
  )
}
