import { touches, useLive } from '@/services/live'
import { Case } from '../case/case'
import { useCase } from '../case/use-case'
import { LiveBar } from '../live-bar'

export function Opened({ id }: { id: string }) {
  const file = useCase(id)
  const load = () => void file?.load()
  const { offlineSince } = useLive((change) => touches(change, id) && load())
  return (
    <>
      <LiveBar since={offlineSince} onRetry={load} />
      {file && <Case key={id} file={file} />}
    </>
  )
}
