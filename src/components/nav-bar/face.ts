import type { FunctionComponent } from 'react'

export type NavBarProps = {
  title: string
  /** The four tabs have no page to go back to. */
  back?: boolean
  /** The seal beside the title, on the home tab. */
  seal?: boolean
  onBack: () => void
}

export type NavBar = FunctionComponent<NavBarProps>
