import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import { Button } from '@/components/button'
import { Tappable } from '@/components/tappable'
import type { AttachedFile } from './draft'
import type { ResumeStore } from './resume-store'

type ResumeProps = {
  store: StoreApi<ResumeStore>
  file: AttachedFile | null
  onChange: (file: AttachedFile | null) => void
}

export function Resume({ store, file, onChange }: ResumeProps) {
  const { phase, pick, cancel } = useStore(store)
  useEffect(() => cancel, [cancel])
  const choose = async () => {
    const picked = await pick()
    if (picked) onChange(picked)
  }
  const uploading = phase.name === 'uploading'
  const name = uploading ? phase.fileName : file?.name
  const remove = uploading ? cancel : () => onChange(null)

  return (
    <View className='apply__resume'>
      <View className='apply__label'>简历（选填）</View>
      {name ? (
        <View className='apply__file'>
          <View className='apply__file-name'>{name}</View>
          <View className='apply__small' role='status'>
            {uploading ? (phase.away ? '等待网络…' : `上传中 ${phase.percent}%`) : '已上传'}
          </View>
          <Tappable className='apply__remove' label={uploading ? '取消上传' : `移除 ${name}`} onTap={remove}>
            {uploading ? '取消' : '移除'}
          </Tappable>
        </View>
      ) : (
        <Button kind='ghost' onTap={() => void choose()} testId='resume'>
          选择文件
        </Button>
      )}
      {phase.name === 'idle' && phase.problem ? (
        <View className='apply__problem' role='alert'>
          {phase.problem}
        </View>
      ) : (
        <View className='apply__hint'>PDF、DOC、DOCX，不超过 10 MB</View>
      )}
    </View>
  )
}
