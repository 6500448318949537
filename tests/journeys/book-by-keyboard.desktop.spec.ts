import { m } from '#app/paraglide/messages.js'
import { expect, test } from '#tests/support/journey.ts'
import { demoIds } from '../../prisma/demo/people.ts'
import { words } from './steps/choose-time.ts'
import { tabTo } from './steps/press-keys.ts'
import { signInAs } from './steps/sign-in-as.ts'

const locale = { locale: 'lv' } as const
const emils = demoIds.child('emils')

test('a parent books with the keyboard alone', async ({ page, context, portal }) => {
  await signInAs(context, { key: 'agnese', role: 'guardian', address: portal.address })
  await page.goto(`/family/${emils}`)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: m.ui_skip({}, locale) })).toBeFocused()
  await page.keyboard.press('Enter')

  const service = m.plan_book_for({ name: 'Fizioterapija' }, locale)
  await tabTo(page, page.getByRole('link', { name: service, exact: true }))
  await page.keyboard.press('Enter')
  const allTimes = page.getByRole('link', { name: words.allTimes('Ieva Ķirsnupe') }).first()
  await expect(allTimes).toBeVisible()
  await tabTo(page, allTimes)
  await page.keyboard.press('Enter')
  const later = page.getByRole('link', { name: m.schedule_times_later({}, locale) })
  await expect(later).toBeVisible()
  await tabTo(page, later)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: m.schedule_times_first({}, locale) })).toBeVisible()

  // One stop for all times of the list, arrows between them.
  const times = page.getByRole('radio')
  await tabTo(page, times.first().or(times.last()), { backwards: true })
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1)
  await tabTo(page, page.getByRole('button', { name: m.schedule_times_next({}, locale) }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: words.checking })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: words.confirm }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: words.booked })).toBeVisible()
})
