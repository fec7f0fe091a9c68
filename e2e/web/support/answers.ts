import type { Page } from 'playwright-core'
import type { CallName } from '@/contract/calls'
import type { Output } from '@/services/cloud/face'

/** What the server answers, changed on its way: states that take half a year to come about. */
export async function changeAnswer<Name extends CallName>(
  page: Page,
  name: Name,
  change: (data: Output<Name>) => Output<Name>,
): Promise<void> {
  await page.route(`**/api/${name}`, async (route) => {
    const response = await route.fetch()
    const { data } = (await response.json()) as { data: Output<Name> }
    await route.fulfill({ response, json: { ok: true, data: change(data) } })
  })
}
