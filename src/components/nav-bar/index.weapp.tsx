import type { NavBar as Face } from './face'

/** WeChat draws its own bar, from the page's config. */
export const NavBar = (() => null) satisfies Face
