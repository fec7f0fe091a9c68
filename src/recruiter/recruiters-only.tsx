import type { PropsWithChildren } from 'react'
import { RoleGate } from './role-gate'

export function RecruitersOnly({ children }: PropsWithChildren) {
  return (
    <RoleGate
      role='recruiter'
      title='这里是招聘同事的工作台'
      lacking='你的号码没有招聘权限。如果你负责招聘，请联系管理员开通'
      next='recruiterList'
    >
      {children}
    </RoleGate>
  )
}
