import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { m } from '#app/paraglide/messages.js'
import { expect, test } from '#tests/support/journey.ts'
import { demoIds } from '../../prisma/demo/people.ts'
import { bookPhysiotherapy, chooseLaterTime, priceToConfirm, words, wordsOf } from './steps/choose-time.ts'
import { lookAtPage } from './steps/look-at-page.ts'
import { centsIn, readBudget, textOf } from './steps/read-budget.ts'
import { signInAs } from './steps/sign-in-as.ts'

const locale = { locale: 'lv' } as const
const emils = demoIds.child('emils')

test('a parent signs in, books a session, has it in calendar and mail, and undoes it', async ({ page }) => {
  await page.goto('/')
  await lookAtPage(page)
  await page.getByRole('button', { name: /Agnese Sprogaine/ }).click()
  await page.waitForURL(`**/family/${emils}`)
  await lookAtPage(page)
  const before = await readBudget(page, emils)

  await page.getByRole('link', { name: m.plan_book_for({ name: 'Fizioterapija' }, locale), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Fizioterapija:')
  await lookAtPage(page)
  await page
    .getByRole('link', { name: words.allTimes('Ieva Ķirsnupe') })
    .first()
    .click()
  await expect(page.getByRole('button', { name: m.schedule_times_next({}, locale) })).toBeVisible()
  await lookAtPage(page)
  await chooseLaterTime(page)
  await lookAtPage(page)
  const price = await priceToConfirm(page)
  await expect(page.getByRole('definition').filter({ hasText: textOf(before.free - price) })).toBeVisible()
  await page.getByRole('button', { name: words.confirm }).click()

  await expect(page.getByRole('heading', { level: 1, name: words.booked })).toBeVisible()
  await expect(page.getByRole('status')).toContainText(textOf(price))
  await lookAtPage(page)
  const receipt = page.url()
  const bookingId = receipt.split('/').at(-1) ?? ''
  const [, when = ''] = words.booked.exec((await page.getByRole('heading', { level: 1 }).textContent()) ?? '') ?? []

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: m.schedule_booking_calendar({}, locale) }).click()
  const calendar = await readFile(await (await download).path(), 'utf8')
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/)
  expect(calendar).toContain(bookingId)
  expect(calendar).toMatch(/\r\nDTSTART[^\r]*:\d{8}T\d{6}Z?\r\n/)
  expect(calendar.replaceAll('\r\n ', '')).toContain('Fizioterapija: Emīls')

  const booked = await readBudget(page, emils)
  expect(booked).toEqual({ ...before, free: before.free - price, reserved: before.reserved + price })

  await expect
    .poll(() => subjectsInOutbox(page), { timeout: 20_000 })
    .toContainEqual(m.messages_mail_booked_subject({ when }, locale))
  await lookAtPage(page, { isFamily: false })

  await page.goto(receipt)
  await page.getByRole('link', { name: m.schedule_booking_cancel({}, locale), exact: true }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: wordsOf(m.schedule_cancel_title_free({ when: '*' }, locale)) }),
  ).toBeVisible()
  await lookAtPage(page)
  const back = page.getByRole('definition').filter({ hasText: textOf(price) })
  await expect(back.first()).toBeVisible()
  await page.getByRole('button', { name: m.schedule_cancel_confirm_free({}, locale) }).click()
  await expect(page.getByRole('alert')).toContainText(m.schedule_cancel_reason_missing({}, locale))
  await page.getByRole('radio', { name: m.schedule_cancel_reason_plans({}, locale) }).check()
  await page.getByRole('button', { name: m.schedule_cancel_confirm_free({}, locale) }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: wordsOf(m.schedule_booking_title_cancelled({ when: '*' }, locale)) }),
  ).toBeVisible()
  expect(centsIn((await page.getByRole('status').textContent()) ?? '')).toContain(price)
  await lookAtPage(page)
  expect(await readBudget(page, emils)).toEqual(before)
})

test('a parent moves a session to another time; the price stays', async ({ page, context, portal }) => {
  await signInAs(context, { key: 'agnese', role: 'guardian', address: portal.address })
  const { bookingId } = await bookPhysiotherapy(page, emils)
  const before = await readBudget(page, emils)

  await page.goto(`/family/${emils}/bookings/${bookingId}`)
  await page.getByRole('link', { name: m.schedule_booking_move({}, locale), exact: true }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: wordsOf(m.schedule_move_title({ when: '*' }, locale)) }),
  ).toBeVisible()
  await lookAtPage(page)
  await page.getByRole('link', { name: m.schedule_times_later({}, locale) }).click()
  await expect(page.getByRole('link', { name: m.schedule_times_first({}, locale) })).toBeVisible()
  await page.getByRole('radio').last().check({ force: true })
  await page.getByRole('button', { name: m.schedule_move_confirm({}, locale) }).click()
  await page.waitForURL(`**/bookings/${bookingId}`)
  await expect(page.getByRole('status')).toContainText(m.schedule_receipt_moved({ when: '' }, locale).trim())
  await lookAtPage(page)
  expect(await readBudget(page, emils)).toEqual(before)
})

async function subjectsInOutbox(page: Page): Promise<string[]> {
  await page.goto('/dev/outbox')
  return page.getByRole('link').allTextContents()
}
