import { View } from '@tarojs/components'
import type { Saving } from './store'

/** Always in sight: what became of the last choice. */
export function SavedLine({ saving }: { saving: Exclude<Saving, { name: 'untouched' }> }) {
  if (saving.name === 'undone') {
    return (
      <View className='settings-saved settings-saved--undone' role='alert'>
        {saving.words}
      </View>
    )
  }
  return (
    <View className='settings-saved' role='status'>
      {saving.name === 'saved' ? '已保存' : saving.away ? '等待网络，连上就保存' : '正在保存…'}
    </View>
  )
}
