/** Resolves once what was set before is on the screen: what is set afterwards is then handed over on its own. */
export type Drawn = () => Promise<void>
