import type { RulingChoice, RulingDraft } from './store'

type Owner = { name: string } | null

/** The choices as the form offers them. Where nothing is contested there is nothing to be kept. */
export function choicesFor(
  owner: Owner,
  contested: boolean,
): readonly { value: RulingChoice; label: string }[] {
  const keep = contested ? [{ value: 'keep' as const, label: '维持' }] : []
  const nobody = owner ? [{ value: 'nobody' as const, label: '无人归属' }] : []
  return [...keep, { value: 'employee', label: '改为…' }, ...nobody]
}

/** What the button will do: 「改归王磊所有」. */
export function deedWords({ choice, colleague }: RulingDraft, owner: Owner): string {
  if (choice === 'keep') return owner ? `维持归${owner.name}所有` : '维持无人归属'
  if (choice === 'nobody') return '改为无人归属'
  if (choice === 'employee' && colleague) return `${owner ? '改归' : '归'}${colleague.name}所有`
  return '裁定'
}

/** What was decided: 「已裁定：归王磊所有」. */
export function ruledWords(owner: Owner): string {
  return owner ? `已裁定：归${owner.name}所有` : '已裁定：无人归属'
}
