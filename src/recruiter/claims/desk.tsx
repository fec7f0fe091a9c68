import { useEffect } from 'react'
import { goTo } from '@/services/navigate'
import { BesideDesk } from '../beside'
import { useBeside } from '../beside/use-beside'
import { rulingElementId } from '../ownership/contested'
import { focusInto, useRowKeys } from '../row-keys'
import { ClaimList } from './claim-list'
import { useClaims } from './store'

const NOTHING: readonly never[] = []

/**
 * What waits for a decision; in a wide window with the application beside it, where it is decided. Chosen is the
 * application: the claim goes with the decision, the application stays in sight.
 */
export function ClaimsDesk() {
  const phase = useClaims((state) => state.phase)
  const { load } = useClaims.getState()
  const claims = phase.name === 'ready' ? phase.pages.flat() : NOTHING
  const decidable = claims.filter(({ applicationId }) => applicationId !== null)
  const beside = useBeside({ load, first: decidable[0]?.applicationId ?? null })
  const { wide, chosen, choose, file } = beside

  // A decision made here is no news to its maker, and goes from the list all the same.
  useEffect(() => {
    return file?.ruling.subscribe(({ phase }) => {
      if (phase.name === 'ruled') void useClaims.getState().load()
    })
  }, [file])
  const applicationOf = (id: string) => decidable.find((claim) => claim.id === id)?.applicationId ?? null
  useRowKeys({
    ids: decidable.map(({ id }) => id),
    current: decidable.find(({ applicationId }) => applicationId === chosen)?.id ?? null,
    onMove: (id) => choose(applicationOf(id)),
  })

  const open = (id: string) => {
    choose(id)
    if (!wide) return void goTo('recruiterDetail', { id })
    focusInto(rulingElementId(id))
  }
  return (
    <BesideDesk beside={beside}>
      <ClaimList selected={wide ? chosen : null} onOpen={open} />
    </BesideDesk>
  )
}
