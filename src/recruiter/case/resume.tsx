import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { Tappable } from '@/components/tappable'
import type { ResumeKind } from '@/domain/resume'
import { call } from '@/services/cloud'
import { openFile } from '@/services/open-file'

export function Resume({ id, kind }: { id: string; kind: ResumeKind | null }) {
  const [failed, setFailed] = useState(false)
  if (kind === null) return <Text className='case-fact'>没有附简历</Text>

  const open = async () => {
    const opened = await openFile.open(async () => {
      const reply = await call('file.link', { applicationId: id })
      return reply.ok ? reply.data : null
    })
    setFailed(!opened)
  }
  return (
    <View className='case-fact'>
      <Tappable
        className='case-fact__tap'
        label={`打开简历，${kind} 文件`}
        onTap={() => void open()}
        testId='resume'
      >
        简历.{kind}
      </Tappable>
      {failed && (
        <View className='case-problem' role='alert'>
          简历没有打开，请再试一次
        </View>
      )}
    </View>
  )
}
