import { View } from '@tarojs/components'
import { Button } from '../button'
import { OfflineBar } from '../offline-bar'
import { TextArea } from '../text-area'
import './index.scss'

export type WordsFormProps = {
  label: string
  placeholder?: string
  limit: number
  /** What the button says. */
  deed: string
  /** Beside a more important button. */
  quiet?: boolean
  /** What comes next, once it is sent. */
  after: string
  words: string
  phase: { name: 'writing'; problem?: string } | { name: 'sending'; waiting: boolean } | { name: 'sent' }
  onWrite: (words: string) => void
  onSend: () => void
  /** Stops trying while the cloud is away. */
  onGiveUp: () => void
  /** The quiet way out, where there is one: 「再想想」, and 「知道了」 once it is sent. */
  onClose?: () => void
}

/** A few sentences for somebody who will decide. The parent keeps the words. */
export function WordsForm(props: WordsFormProps) {
  const { phase, after, onClose } = props
  return (
    <View className='b-words-form'>
      {phase.name === 'sent' ? (
        <>
          <View className='b-words-form__after' role='status'>
            {after}
          </View>
          {onClose && (
            <Button kind='ghost' onTap={onClose}>
              知道了
            </Button>
          )}
        </>
      ) : (
        <Writing {...props} phase={phase} />
      )}
    </View>
  )
}

type WritingProps = Omit<WordsFormProps, 'phase' | 'after'> & {
  phase: Exclude<WordsFormProps['phase'], { name: 'sent' }>
}

function Writing(props: WritingProps) {
  const { label, placeholder, limit, deed, quiet, words, phase, onWrite, onSend, onGiveUp, onClose } = props
  const sending = phase.name === 'sending'
  const waiting = sending && phase.waiting
  return (
    <>
      <OfflineBar offline={waiting} />
      <TextArea
        label={label}
        placeholder={placeholder}
        value={words}
        maxLength={limit}
        disabled={sending}
        error={sending ? undefined : phase.problem}
        onInput={onWrite}
        testId='words'
      />
      <Button kind={quiet ? 'ghost' : 'primary'} loading={sending} onTap={onSend} testId='send-words'>
        {waiting ? '等待网络，连上就发出' : deed}
      </Button>
      {sending
        ? waiting && (
            <Button kind='plain' onTap={onGiveUp}>
              先不发了
            </Button>
          )
        : onClose && (
            <Button kind='plain' onTap={onClose}>
              再想想
            </Button>
          )}
    </>
  )
}
