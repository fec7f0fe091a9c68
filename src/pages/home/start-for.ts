import { useAnswers } from './phone/number-answers'
import { useRunning } from './running/running-store'
import { useHome } from './store'

let person: string | null = null

/** What somebody else left on this device's screen, a candidate's number above all, is not shown to the next person. */
export function startFor(id: string): void {
  if (person !== null && person !== id) {
    useHome.setState(useHome.getInitialState(), true)
    useAnswers.setState(useAnswers.getInitialState(), true)
    useRunning.setState(useRunning.getInitialState(), true)
  }
  person = id
}
