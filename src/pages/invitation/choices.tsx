import { View } from '@tarojs/components'
import type { Landing } from '@/contract/calls/invitation'
import { Button } from '@/components/button'
import { dialog } from '@/services/dialog'
import { goTo } from '@/services/navigate'
import type { Choice } from './store'

type ChoicesProps = {
  landing: Landing
  sending: Choice | undefined
  onAccept: () => void
  onDecline: (erase: boolean) => Promise<void>
}

const confirmDecline = (name: string) =>
  dialog.confirm({
    title: '暂不考虑这个机会？',
    body: `${name}会看到你的答复。以后想了解，可以请 TA 再发一次邀请。`,
    yes: '暂不考虑',
    no: '再想想',
  })

export const confirmErase = (name: string, tail: string) =>
  dialog.confirm({
    title: '删除你的号码？',
    body: `${name}填写的号码（尾号 ${tail}）会立即删除，也不会再收到我们的邀请短信。这个链接随之失效。`,
    yes: '确认删除',
    no: '再想想',
    danger: true,
  })

/** Refusing is as easy to find as accepting, only quieter. */
export function Choices({ landing, sending, onAccept, onDecline }: ChoicesProps) {
  const { referrer, phoneTail, status, addressee, otherNumber, job, applicationId } = landing
  const applied = status === 'applied' || applicationId !== null
  const ask = async (erase: boolean) => {
    const sure = erase ? confirmErase(referrer.name, phoneTail) : confirmDecline(referrer.name)
    if (await sure) await onDecline(erase)
  }
  const seeProgress = () =>
    void (applicationId ? goTo('timeline', { id: applicationId }) : goTo('prove', { next: 'progress' }))

  if (applied) {
    return (
      <View className='invitation__choices'>
        <View className='invitation__small'>
          {applicationId
            ? '你已经投递了，可以随时查看进度。'
            : '已经通过这份邀请投递。验证收到邀请的号码，就能查看进度。'}
        </View>
        <Button onTap={seeProgress}>查看进度</Button>
      </View>
    )
  }
  return (
    <View className='invitation__choices'>
      {otherNumber && (
        <View className='invitation__notice' role='status'>
          这份邀请是发给尾号 {phoneTail}{' '}
          的号码的，和你验证过的不是同一个。请用收到邀请的号码验证，或者直接看看职位。
        </View>
      )}
      <Button loading={sending === 'accept'} disabled={Boolean(sending)} onTap={onAccept} testId='accept'>
        {otherNumber
          ? '换成收到邀请的号码'
          : addressee && status === 'accepted'
            ? '继续投递'
            : '接受邀请并投递'}
      </Button>
      {otherNumber && (
        <Button kind='ghost' onTap={() => void (job ? goTo('job', { id: job.id }) : goTo('jobs'))}>
          {job ? '看看这个职位' : '看看在招职位'}
        </Button>
      )}
      <View className='invitation__refusals'>
        <Button
          kind='plain'
          loading={sending === 'decline'}
          disabled={Boolean(sending)}
          onTap={() => void ask(false)}
        >
          暂不考虑
        </Button>
        <Button
          kind='plain'
          loading={sending === 'erase'}
          disabled={Boolean(sending)}
          onTap={() => void ask(true)}
        >
          拒绝并删除我的号码
        </Button>
      </View>
    </View>
  )
}
