/** Nobody arrives in WeChat by a login link. */
export function arrivedToken(): string | null {
  return null
}
