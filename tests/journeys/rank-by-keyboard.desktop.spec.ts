import type { Page } from '@playwright/test'
import { m } from '#app/paraglide/messages.js'
import { expect, test } from '#tests/support/journey.ts'
import { demoIds } from '../../prisma/demo/people.ts'
import { wordsOf } from './steps/choose-time.ts'
import { tabTo } from './steps/press-keys.ts'
import { readOrder } from './steps/put-in-order.ts'
import { signInAs } from './steps/sign-in-as.ts'
import { expectKept, expectReceipt } from './steps/write-assessment.ts'

const locale = { locale: 'lv' } as const
const family = `/family/${demoIds.child('made')}`

test('a mother ranks with the keyboard alone, and hears what she does', async ({ page, context, portal }) => {
  await signInAs(context, { key: 'elina', role: 'guardian', address: portal.address })
  const heard = await listen(page)
  await page.goto(family)
  await tabTo(page, page.getByRole('link', { name: m.ranking_card_link({}, locale) }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: m.ranking_steps_title({}, locale) })).toBeVisible()
  await tabTo(page, page.getByRole('link', { name: m.ranking_step_order({}, locale) }))
  await page.keyboard.press('Enter')

  const list = page.getByRole('list', { name: m.ranking_order_label({}, locale) })
  const before = await readOrder(list)
  const total = before.length
  const title = before.at(-1) ?? ''
  const grip = list.getByRole('button', { name: wordsOf(m.needs_rank_grip({ title, place: '*', total: '*' }, locale)) })
  const place = (at: number) => m.needs_rank_place({ place: at }, locale)

  // Picked up and let go of: nothing has moved.
  await tabTo(page, grip)
  await page.keyboard.press('Space')
  await expect.poll(heard).toContain(m.needs_rank_picked({ title, place: place(total), total }, locale))
  await page.keyboard.press('ArrowUp')
  await expect.poll(heard).toContain(m.needs_rank_over({ title, place: total - 1, total }, locale))
  await page.keyboard.press('Escape')
  await expect.poll(heard).toContain(m.needs_rank_cancelled({ title }, locale))
  expect(await readOrder(list)).toEqual(before)

  // Picked up again and carried to the top.
  await expect(grip).toBeFocused()
  const saidBefore = heard().length
  const heardSince = () => heard().slice(saidBefore)
  await page.keyboard.press('Space')
  await expect.poll(heardSince).toContain(m.needs_rank_picked({ title, place: place(total), total }, locale))
  for (let at = total - 1; at > 0; at -= 1) {
    await page.keyboard.press('ArrowUp')
    await expect.poll(heardSince).toContain(m.needs_rank_over({ title, place: at, total }, locale))
  }
  await page.keyboard.press('Space')
  await expect.poll(heardSince).toContain(m.needs_rank_dropped({ title, place: place(1), total }, locale))
  await expect(list.getByRole('listitem').locator('b')).toHaveText([title, ...before.slice(0, -1)])
  await expect(grip, 'the focus stays with what was moved').toBeFocused()
  await expectKept(page)

  // Handed in, and taken back.
  await tabTo(page, page.getByText(m.ranking_hand_in({}, locale), { exact: true }).locator('xpath=..'))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: m.ranking_hand_in_sure({}, locale) }))
  await page.keyboard.press('Enter')
  await expectReceipt(page, m.ranking_receipt_handed_in({}, locale))
  await page.goto(`${family}/assessment/ranking`)
  await expect(list.getByRole('listitem').locator('b')).toHaveText([title, ...before.slice(0, -1)])
  await expect(list.getByRole('button'), 'what is handed in stands').toHaveCount(0)
  await tabTo(page, page.getByRole('button', { name: m.ranking_take_back({}, locale) }))
  await page.keyboard.press('Enter')
  await expectReceipt(page, m.ranking_receipt_back({}, locale))
  await expect(grip).toBeVisible()
})

/** Writes down all that live regions say, as a screen reader would read it out. Answers what was said so far. */
async function listen(page: Page): Promise<() => string[]> {
  const said: string[] = []
  await page.exposeFunction('hear', (text: string) => void said.push(text))
  await page.addInitScript(() => {
    const last = new WeakMap<Element, string>()
    new MutationObserver(() => {
      const hear: unknown = Reflect.get(globalThis, 'hear')
      for (const region of document.querySelectorAll('output, [role="status"]')) {
        const text = region.textContent?.trim() ?? ''
        if (text === (last.get(region) ?? '')) continue
        last.set(region, text)
        if (typeof hear === 'function') hear(text)
      }
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  return () => said
}
