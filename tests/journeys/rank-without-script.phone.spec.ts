import type { Locator } from '@playwright/test'
import { m } from '#app/paraglide/messages.js'
import { expect, test } from '#tests/support/journey.ts'
import { demoIds } from '../../prisma/demo/people.ts'
import { joinButton, liftButton } from './steps/put-in-order.ts'
import { signInAs } from './steps/sign-in-as.ts'
import { expectReceipt } from './steps/write-assessment.ts'

const locale = { locale: 'lv' } as const
const ranking = `/family/${demoIds.child('made')}/assessment/ranking`

test('a father ranks by buttons on a phone without JavaScript', async ({ openBrowser, portal }) => {
  const context = await openBrowser({ javaScriptEnabled: false })
  await signInAs(context, { key: 'roberts', role: 'guardian', address: portal.address })
  const page = await context.newPage()
  await page.goto(ranking)
  const list = page.getByRole('list', { name: m.ranking_order_label({}, locale) })
  const titles = list.getByRole('listitem').locator('b')
  const before = await textsOf(titles)
  const [first = '', second = '', third = '', ...others] = before
  await expect(page.getByRole('region', { name: m.ranking_if_title({}, locale) })).toBeVisible()

  await liftButton(list, third).click()
  await expect(titles).toHaveText([first, third, second, ...others])
  await liftButton(list, third).click()
  await expect(titles).toHaveText([third, first, second, ...others])
  await joinButton(list, second).click()
  await expectShared(list)
  await page.goto(ranking)
  await expect(titles.first(), 'every press was kept').toHaveText(third)
  await expectShared(list)

  await page.getByText(m.ranking_hand_in({}, locale), { exact: true }).click()
  await page.getByRole('button', { name: m.ranking_hand_in_sure({}, locale) }).click()
  await expectReceipt(page, m.ranking_receipt_handed_in({}, locale))
  await page.goto(ranking)
  await expect(titles.first()).toHaveText(third)
  await expectShared(list)
  await page.getByRole('button', { name: m.ranking_take_back({}, locale) }).click()
  await expectReceipt(page, m.ranking_receipt_back({}, locale))
})

/** The second and the third place are one. */
async function expectShared(list: Locator): Promise<void> {
  const words = m.needs_rank_shared({ first: 2, last: 3 }, locale)
  for (const at of [1, 2]) await expect(list.getByRole('listitem').nth(at)).toContainText(words)
}

/** One by one: reading many at once needs the scripts of the page. */
async function textsOf(found: Locator): Promise<string[]> {
  await expect(found.first()).toBeVisible()
  const texts: string[] = []
  for (let at = 0; at < (await found.count()); at += 1) texts.push((await found.nth(at).textContent()) ?? '')
  return texts
}
