import type { Page } from '@playwright/test'
import { m } from '#app/paraglide/messages.js'
import { expect } from '#tests/support/journey.ts'
import { centsIn } from './read-budget.ts'

const locale = { locale: 'lv' } as const

/** The words of a message, with anything in place of each asterisk. */
export function wordsOf(text: string): RegExp {
  const parts = text.split('*').map((part) => RegExp.escape(part).replaceAll(/\\x20|\\xa0/g, String.raw`\s`))
  return new RegExp(`^${parts.join('(.*)')}$`, 's')
}

export const words = {
  allTimes: (provider: string) => new RegExp(`^${m.schedule_all_times({}, locale)}\\s*: ${provider}$`),
  checking: wordsOf(m.schedule_check_title({ when: '*' }, locale)),
  confirm: wordsOf(m.schedule_confirm({ price: '*' }, locale)),
  booked: wordsOf(m.schedule_booking_title_booked({ when: '*' }, locale)),
}

/** From an offering's page to the page that asks to check, with a free time of a later day. */
export async function chooseLaterTime(page: Page): Promise<void> {
  // Later than the first days, so that it can still be cancelled and moved without cost.
  await page.getByRole('link', { name: m.schedule_times_later({}, locale) }).click()
  await expect(
    page.getByRole('heading', {
      level: 1,
      name: wordsOf(m.schedule_times_title_later({ provider: '*', date: '*' }, locale)),
    }),
  ).toBeVisible()
  await page.getByRole('radio').first().check({ force: true })
  await page.getByRole('button', { name: m.schedule_times_next({}, locale) }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.checking })).toBeVisible()
}

/** What the button that confirms says it costs, in cents. */
export async function priceToConfirm(page: Page): Promise<number> {
  const [price] = centsIn((await page.getByRole('button', { name: words.confirm }).textContent()) ?? '')
  if (price === undefined) throw new Error('The button does not say what it costs')
  return price
}

/** Books a physiotherapy session for a child, the quick way, and says which and for how much. */
export async function bookPhysiotherapy(page: Page, childId: string): Promise<{ bookingId: string; price: number }> {
  return bookSession(page, { childId, service: 'Fizioterapija', provider: 'Ieva Ķirsnupe' })
}

/** Books a session of a service with a provider, both by their Latvian names. */
export async function bookSession(
  page: Page,
  { childId, service, provider }: { childId: string; service: string; provider: string },
): Promise<{ bookingId: string; price: number }> {
  await page.goto(`/family/${childId}/book`)
  await page.getByRole('link', { name: m.schedule_book_choose_for({ service }, locale), exact: true }).click()
  await page
    .getByRole('link', { name: words.allTimes(provider) })
    .first()
    .click()
  await chooseLaterTime(page)
  const price = await priceToConfirm(page)
  await page.getByRole('button', { name: words.confirm }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.booked })).toBeVisible()
  const bookingId = page.url().split('/').at(-1) ?? ''
  return { bookingId, price }
}
