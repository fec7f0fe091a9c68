import { Sheet, type SheetProps } from '../sheet'
import { WordsForm, type WordsFormProps } from '../words-form'

export type WordsSheetProps = Pick<SheetProps, 'open' | 'title' | 'hint' | 'onClose'> &
  Omit<WordsFormProps, 'onClose'> & {
    /** In the title's place once it is sent. */
    done: string
  }

/** A form for a few sentences in a sheet of its own. */
export function WordsSheet({ open, title, hint, done, ...form }: WordsSheetProps) {
  const sent = form.phase.name === 'sent'
  return (
    <Sheet open={open} title={sent ? done : title} hint={sent ? undefined : hint} onClose={form.onClose}>
      <WordsForm {...form} />
    </Sheet>
  )
}
