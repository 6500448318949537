import type { Page } from '@playwright/test'
import { m } from '#app/paraglide/messages.js'
import { expect, test } from '#tests/support/journey.ts'
import { demoIds } from '../../prisma/demo/people.ts'
import { lookAtPage } from './steps/look-at-page.ts'
import { signInAs } from './steps/sign-in-as.ts'

const lv = { locale: 'lv' } as const
const en = { locale: 'en' } as const

test('a language stays with the person, on every device', async ({ page, context, openBrowser, portal }) => {
  const paula = demoIds.child('paula')
  const santa = { key: 'santa', role: 'guardian', address: portal.address } as const
  await signInAs(context, santa)
  await page.goto(`/family/${paula}`)
  await openAccount(page, 'Paula')
  await page.getByRole('button', { name: m.ui_language_en({}, lv) }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('link', { name: m.people_nav_plan({}, en), exact: true }).last()).toBeVisible()

  // Another device has no cookie of it; only the person tells.
  const token = (await context.cookies()).filter(({ name }) => name === 'session')
  const other = await openBrowser()
  await other.addCookies(token)
  const elsewhere = await other.newPage()
  await elsewhere.goto(`/family/${paula}/plan`)
  await expect(elsewhere.getByRole('heading', { level: 1, name: m.plan_title({}, en) })).toBeVisible()
  await lookAtPage(elsewhere)
  await openAccount(elsewhere, 'Paula')
  await elsewhere.getByRole('button', { name: m.ui_language_lv({}, en) }).click()
  await expect(elsewhere.getByRole('heading', { level: 1, name: m.plan_title({}, lv) })).toBeVisible()
})

test('one person changes hats and sees what each may', async ({ page, context, portal }) => {
  await signInAs(context, { key: 'arvis', role: 'municipality_administrator', address: portal.address })
  await page.goto('/municipality')
  await openAccount(page, 'Arvis')
  await page.getByRole('link', { name: m.people_role_switch({}, lv) }).click()
  await expect(page.getByRole('heading', { level: 1, name: m.people_role_title({}, lv) })).toBeVisible()
  await lookAtPage(page, { isFamily: false })
  const finance = `${m.people_role_choose({}, lv)}: ${m.people_role_finance_officer({}, lv)}`
  await page.getByRole('button', { name: finance }).click()
  await page.waitForURL(/\/municipality\/payouts/)
  await expect(page.getByText(m.payout_runs_lead_prepare({}, lv))).toBeVisible()
})

/** The menu opens from the name of the child, or of the person, in the corner. */
async function openAccount(page: Page, name: string): Promise<void> {
  await page
    .getByRole('banner')
    .getByText(new RegExp(`${name}$`))
    .first()
    .click()
}
