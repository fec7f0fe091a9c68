import { View } from '@tarojs/components'
import { Button } from '../button'
import { OfflineBar } from '../offline-bar'
import { Sheet, type SheetProps } from '../sheet'
import { TextArea } from '../text-area'
import './index.scss'

export type WordsSheetProps = Pick<SheetProps, 'open' | 'title' | 'hint' | 'onClose'> & {
  label: string
  placeholder?: string
  limit: number
  /** What the button says. */
  deed: string
  /** What happened and what comes next, once it is sent. */
  after: { title: string; hint: string }
  words: string
  phase: { name: 'writing'; problem?: string } | { name: 'sending'; waiting: boolean } | { name: 'sent' }
  onWrite: (words: string) => void
  onSend: () => void
  onGiveUp: () => void
}

/** A few sentences for somebody who will decide, and what comes of them. The parent keeps the words. */
export function WordsSheet(props: WordsSheetProps) {
  const { open, title, hint, onClose, after, phase } = props
  const sent = phase.name === 'sent'
  return (
    <Sheet open={open} title={sent ? after.title : title} hint={sent ? undefined : hint} onClose={onClose}>
      <View className='b-words-sheet'>
        {sent ? (
          <>
            <View role='status'>{after.hint}</View>
            <Button kind='ghost' onTap={onClose}>
              知道了
            </Button>
          </>
        ) : (
          <Writing {...props} />
        )}
      </View>
    </Sheet>
  )
}

function Writing(props: WordsSheetProps) {
  const { label, placeholder, limit, deed, words, phase, onWrite, onSend, onGiveUp, onClose } = props
  const waiting = phase.name === 'sending' && phase.waiting
  return (
    <>
      <OfflineBar offline={waiting} />
      <TextArea
        label={label}
        placeholder={placeholder}
        value={words}
        maxLength={limit}
        disabled={phase.name !== 'writing'}
        error={phase.name === 'writing' ? phase.problem : undefined}
        onInput={onWrite}
        testId='words'
      />
      <Button loading={phase.name === 'sending'} onTap={onSend} testId='send-words'>
        {waiting ? '等待网络，连上就发出' : deed}
      </Button>
      <Button kind='plain' onTap={phase.name === 'sending' ? onGiveUp : onClose}>
        {phase.name === 'sending' ? '先不发了' : '再想想'}
      </Button>
    </>
  )
}
