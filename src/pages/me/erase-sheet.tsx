import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import type { Me } from '@/contract/calls/me'
import { Button } from '@/components/button'
import { OfflineBar } from '@/components/offline-bar'
import { Sheet } from '@/components/sheet'
import type { EraseStore } from './erase-store'

type Points = readonly string[]

const GOES: Points = [
  '手机号、姓名、简历文件和你写的话',
  '进行中的投递，会立即结束',
  '还没答复的邀请，邀请里的号码和推荐语一并删除',
]
const STAYS: Points = ['不含姓名和号码的记录：某个职位在哪天收到过一次投递、走到了哪一步']

/** Somebody on the roster keeps the account that the company gave them: what goes is what they did as a candidate. */
const EMPLOYEE_GOES: Points = ['你投递时填写的姓名、简历文件和你写的话', ...GOES.slice(1)]
const EMPLOYEE_STAYS: Points = [
  ...STAYS,
  '员工账号和名册里的手机号、姓名、部门，由公司维护；你发出的推荐也会留下',
]

function List({ title, points }: { title: string; points: Points }) {
  return (
    <View>
      <View className='me__list-title'>{title}</View>
      {points.map((point) => (
        <View key={point} className='me__fact'>
          {point}
        </View>
      ))}
    </View>
  )
}

/** Says exactly what goes and what stays, then asks once more. */
export function EraseSheet({ store, me }: { store: StoreApi<EraseStore>; me: Me }) {
  const { phase, goOn, erase, reset } = useStore(store)
  const sure = phase.name === 'sure' ? phase : null
  const open = phase.name === 'explaining' || sure !== null
  return (
    <Sheet open={open} title={sure ? '最后确认一次' : '删除我的信息'} onClose={reset}>
      <View className='me__sheet'>
        {sure ? (
          <>
            <OfflineBar offline={sure.sending === 'away'} />
            <View>删除后不能恢复。{me.employee ? '' : '你会退出登录，以后仍可以用同一个号码重新开始。'}</View>
            {sure.problem && (
              <View className='me__problem' role='alert'>
                {sure.problem}
              </View>
            )}
            <Button
              kind='danger'
              loading={sure.sending !== 'no'}
              onTap={() => void erase()}
              testId='erase-confirm'
            >
              确认删除
            </Button>
          </>
        ) : (
          <>
            <List title='会删除' points={me.employee ? EMPLOYEE_GOES : GOES} />
            <List title='会留下' points={me.employee ? EMPLOYEE_STAYS : STAYS} />
            <Button kind='danger' onTap={goOn} testId='erase-next'>
              删除我的信息
            </Button>
          </>
        )}
        <Button kind='plain' onTap={reset}>
          先不删除
        </Button>
      </View>
    </Sheet>
  )
}
