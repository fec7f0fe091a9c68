import { Sheet } from '../sheet'
import { CodeEntry, type CodeEntryProps } from '.'

export type CodeSheetProps = CodeEntryProps & { open: boolean; onClose: () => void }

/** The same in a sheet, where a code is not what the page is about. */
export function CodeSheet({ open, onClose, ...entry }: CodeSheetProps) {
  return (
    <Sheet open={open} title='输入内推码' hint='来源会按规则记给告诉你的同事' onClose={onClose}>
      <CodeEntry {...entry} primary />
    </Sheet>
  )
}
