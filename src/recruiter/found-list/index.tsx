import { View } from '@tarojs/components'
import { Cell } from '@/components/cell'
import './index.scss'

type Found = { id: string; label: string; note: string; value: string }

type Props<One extends Found> = { name: string; found: readonly One[]; onChoose: (one: One) => void }

/** What a search found, to choose one of. Scrolls by itself where it is long. */
export function FoundList<One extends Found>({ name, found, onChoose }: Props<One>) {
  return (
    <View className='found-list' role='list' aria-label={name}>
      {found.map((one) => (
        <View key={one.id} className='found-list__one' role='listitem'>
          <Cell label={one.label} note={one.note} value={one.value} onTap={() => onChoose(one)} />
        </View>
      ))}
    </View>
  )
}

/** What there is to say where a list would stand. */
export function FoundWords({ words }: { words: string }) {
  return (
    <View className='found-list-words' role='status'>
      {words}
    </View>
  )
}
