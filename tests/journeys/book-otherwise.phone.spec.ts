import type { Page } from '@playwright/test'
import { m } from '#app/paraglide/messages.js'
import { expect, test } from '#tests/support/journey.ts'
import { demoIds } from '../../prisma/demo/people.ts'
import { bookPhysiotherapy, words } from './steps/choose-time.ts'
import { signInAs } from './steps/sign-in-as.ts'

const locale = { locale: 'lv' } as const
const emils = demoIds.child('emils')

test('a parent books without JavaScript', async ({ openBrowser, portal }) => {
  const context = await openBrowser({ javaScriptEnabled: false })
  await signInAs(context, { key: 'agnese', role: 'guardian', address: portal.address })
  const page = await context.newPage()
  const before = await readSpokenBudget(page)
  const { price } = await bookPhysiotherapy(page, emils)
  await page.getByRole('link', { name: m.schedule_booking_cancel({}, locale), exact: true }).click()
  await page.getByRole('radio', { name: m.schedule_cancel_reason_plans({}, locale) }).check()
  await page.getByRole('button', { name: m.schedule_cancel_confirm_free({}, locale) }).click()
  await expect(page.getByRole('status')).toContainText(m.schedule_receipt_cancelled({}, locale))
  expect(price).toBeGreaterThan(0)
  expect(await readSpokenBudget(page)).toBe(before)
})

/** Evaluating in a page needs its scripts; what the bar of money says does not. */
async function readSpokenBudget(page: Page): Promise<string | null> {
  await page.goto(`/family/${emils}`)
  return page.getByRole('img').first().getAttribute('aria-label')
}

test('a browser in New York shows the times of Riga', async ({ openBrowser, portal }) => {
  const at = async (timezoneId: string) => {
    const context = await openBrowser({ timezoneId })
    await signInAs(context, { key: 'agnese', role: 'guardian', address: portal.address })
    return context.newPage()
  }
  const [riga, abroad] = [await at('Europe/Riga'), await at('America/New_York')]
  const { bookingId } = await bookPhysiotherapy(abroad, emils)
  const paths = [`/family/${emils}/bookings/${bookingId}`, `/family/${emils}/bookings`, `/family/${emils}`]
  for (const path of paths) {
    await riga.goto(path)
    await abroad.goto(path)
    const texts = [await riga.getByRole('main').innerText(), await abroad.getByRole('main').innerText()]
    expect(texts[1]).toBe(texts[0])
    expect(texts[0]).toMatch(/\d{1,2}\.\d{2}/)
  }
})

test('two families want one time: one has it, the other is told and offered the nearest', async ({
  openBrowser,
  portal,
}) => {
  const open = async (key: string) => {
    const context = await openBrowser()
    await signInAs(context, { key, role: 'guardian', address: portal.address })
    return context.newPage()
  }
  const [agnese, liga] = [await open('agnese'), await open('liga')]
  const first = await openCheck(agnese, emils)
  await openCheck(liga, demoIds.child('elza'), first)
  await Promise.all([agnese, liga].map((page) => page.getByRole('button', { name: words.confirm }).click()))
  const booked = (page: Page) => page.getByRole('heading', { level: 1, name: words.booked })
  const refused = (page: Page) => page.getByRole('alert')
  for (const page of [agnese, liga]) await expect(booked(page).or(refused(page)).first()).toBeVisible()
  const outcomes = [await booked(agnese).count(), await booked(liga).count()]
  expect(outcomes.toSorted()).toEqual([0, 1])
  const loser = outcomes[0] === 0 ? agnese : liga
  await expect(refused(loser)).toContainText(m.schedule_refused_taken({}, locale))
  await expect(
    loser
      .getByRole('region', { name: m.schedule_nearest({}, locale) })
      .getByRole('link')
      .first(),
  ).toBeVisible()
})

/** The page that asks to check, for the specialist and time of another family's page, or for a late one of its own. */
async function openCheck(page: Page, childId: string, time?: string): Promise<string> {
  await page.goto(`/family/${childId}/book`)
  const choose = m.schedule_book_choose_for({ service: 'Fizioterapija' }, locale)
  await page.getByRole('link', { name: choose, exact: true }).click()
  await page
    .getByRole('link', { name: words.allTimes('Ieva Ķirsnupe') })
    .first()
    .click()
  await page.getByRole('link', { name: m.schedule_times_later({}, locale) }).click()
  await expect(page.getByRole('link', { name: m.schedule_times_first({}, locale) })).toBeVisible()
  if (time !== undefined) {
    await page.goto(`${new URL(page.url()).pathname}/check?${new URLSearchParams({ time })}`)
    return time
  }
  const radio = page.getByRole('radio').nth(3)
  const chosen = (await radio.getAttribute('value')) ?? ''
  await radio.check({ force: true })
  await page.getByRole('button', { name: m.schedule_times_next({}, locale) }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.checking })).toBeVisible()
  return chosen
}
