/**
 * The session a link brought along (`/?session=<token>#/…`), taken out of the address bar at once: an address is
 * copied, kept in the history and shown over a shoulder.
 */
export function arrivedToken(): string | null {
  const address = new URL(window.location.href)
  const token = address.searchParams.get('session')
  if (token === null) return null
  address.searchParams.delete('session')
  window.history.replaceState(window.history.state, '', address)
  return token
}
