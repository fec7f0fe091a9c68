import { Cell } from '@/components/cell'
import { Sheet } from '@/components/sheet'
import { DIAL_CODES } from './dial-codes'
import { useHome } from '../store'

export function DialCodeSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { chooseDialCode } = useHome.getState()
  return (
    <Sheet open={open} title='国家或地区' hint='其他地区：在输入框里直接输入 + 和代码' onClose={onClose}>
      {DIAL_CODES.map(({ code, place }) => (
        <Cell
          key={code}
          label={place}
          value={`+${code}`}
          onTap={() => {
            chooseDialCode(code)
            onClose()
          }}
        />
      ))}
    </Sheet>
  )
}
