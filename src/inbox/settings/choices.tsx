import { View } from '@tarojs/components'
import { useStore, type StoreApi } from 'zustand'
import { Card } from '@/components/card'
import { ErrorState } from '@/components/error-state'
import { SectionTitle } from '@/components/section-title'
import { Skeleton } from '@/components/skeleton'
import { loadWords, useReload } from '@/services/reload'
import { QuietHours } from './quiet-hours'
import type { SettingsStore } from './store'
import { Toggle } from './toggle'
import { WechatNews } from './wechat-news'

/** Over which ways, besides the inbox, and when. Only ways the company has opened are offered. */
export function Choices({ store }: { store: StoreApi<SettingsStore> }) {
  const phase = useStore(store, (state) => state.phase)
  const { load, choose } = store.getState()
  useReload(phase.name === 'failed' ? phase.failure : null, () => void load())
  if (phase.name === 'loading') return <Skeleton shape='form' />
  if (phase.name === 'failed') {
    return <ErrorState title='设置没有加载出来' hint={loadWords(phase.failure)} onRetry={() => void load()} />
  }
  const { setting } = phase
  const { open } = setting
  const none = !open.wecom && !open.subscribe && !open.email
  return (
    <>
      <View className='settings-intro'>
        {none
          ? '公司还没有开通别的提醒方式，所有进展都在「消息」里，随时能看。'
          : '所有进展都在「消息」里。这里选的是要不要另外提醒你，一件事只提醒一次。'}
      </View>
      {!none && (
        <Card flush>
          {open.wecom && (
            <Toggle
              label='企业微信'
              note='推荐和招聘的进展发到企业微信'
              on={setting.wecom}
              onChange={(wecom) => void choose({ wecom })}
            />
          )}
          {open.subscribe && (
            <>
              <Toggle
                label='微信服务通知'
                note='点一次「有新进展时告诉我」，收一次提醒'
                on={setting.subscribe}
                onChange={(subscribe) => void choose({ subscribe })}
              />
              {setting.subscribe && <WechatNews credits={setting.credits} />}
            </>
          )}
          {open.email && (
            <Toggle
              label='邮件'
              note='每天早上一封，列出等你处理的推荐'
              on={setting.email}
              onChange={(email) => void choose({ email })}
            />
          )}
        </Card>
      )}
      <SectionTitle title='免打扰' />
      <QuietHours
        from={setting.quietFrom}
        to={setting.quietTo}
        onChange={(quietFrom, quietTo) => void choose({ quietFrom, quietTo })}
      />
      <SectionTitle title='作为候选人' />
      <Card flush>
        <Toggle
          label='每周一句进展'
          note='一周没有新进展时，也告诉你走到了哪一步'
          on={setting.weekly}
          onChange={(weekly) => void choose({ weekly })}
        />
        {open.texts && (
          <Toggle
            label='邀请短信'
            note={
              setting.texts
                ? '同事邀请你时，可能发一条短信到你的号码'
                : '已关闭：不再给你的号码发邀请短信，邀请仍可能以微信卡片或链接转给你。登录验证码照常发'
            }
            on={setting.texts}
            onChange={(texts) => void choose({ texts })}
          />
        )}
      </Card>
    </>
  )
}
