/**
 * The share's token: a card and a web link carry it as `token` (or short, `t`), a 小程序码 as its `scene`. A damaged one
 * goes on to the cloud, which answers with the page for it.
 */
export function tokenOf(params: Readonly<Record<string, string | undefined>>): string {
  return params.token ?? params.t ?? params.scene ?? ''
}
