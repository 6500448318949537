import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import Papa from 'papaparse'
import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { formatMoney } from '#app/platform/i18n/format.ts'
import { expect, test } from '#tests/support/journey.ts'
import { openRows } from '#tests/support/portal-rows.ts'
import { demoEmails, demoIds } from '../../prisma/demo/people.ts'
import { wordsOf } from './steps/choose-time.ts'
import { lookAtPage } from './steps/look-at-page.ts'
import { signInAs } from './steps/sign-in-as.ts'

const lv = { locale: 'lv' } as const
const staff = { isFamily: false } as const
const budget = 600_00

test('a municipality brings its families from a table, is told what was refused, and takes all of it back', async ({
  page,
  context,
  portal,
}) => {
  test.setTimeout(120_000)
  await signInAs(context, { key: 'arvis', role: 'municipality_administrator', address: portal.address })
  const rows = await openRows(portal)
  const fund = async () => {
    const found = await rows.row(
      z.object({ balance: z.coerce.number() }),
      `SELECT balance_cents AS balance FROM account WHERE kind = 'fund' AND municipality_id = $1`,
      [demoIds.lejasupe],
    )
    return found.balance
  }
  const before = await fund()

  // The template says which columns there are; its example stays in the table and is not brought in.
  await page.goto('/municipality/imports')
  await lookAtPage(page, staff)
  const template = await download(page, m.intake_template_csv({}, lv))
  expect(template.suggestedFilename()).toBe(`${m.intake_template_file({}, lv)}.csv`)
  const table = addFamilies(await readFile(await template.path(), 'utf8'))
  await page
    .getByLabel(m.intake_hand_in_file({}, lv))
    .setInputFiles({ name: 'ģimenes.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await page.getByRole('button', { name: m.intake_hand_in_submit({}, lv) }).click()

  // Columns are recognised by their names.
  await page.waitForURL(/\/municipality\/imports\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1, name: 'ģimenes.csv' })).toBeVisible()
  await expect(page.getByLabel(m.intake_column_birth_date({}, lv)).locator('option:checked')).toHaveText(
    m.intake_column_birth_date({}, lv),
  )
  await lookAtPage(page, staff)
  await page.getByRole('button', { name: m.intake_match_submit({}, lv) }).click()

  // Before anything is brought in, each row says what it would become.
  await expect(page.getByRole('status')).toContainText(m.intake_receipt_checked({}, lv))
  await expectRow(page, 'Ģirts Šķēle', ['Fizioterapija', m.intake_row_waiting({}, lv)])
  await expectRow(page, 'Ņina Ķēniņa', [m.intake_rows_family_only({}, lv), m.intake_row_waiting({}, lv)])
  const noDay = m.intake_reason_not_a_day({ column: m.intake_column_birth_date({}, lv) }, lv)
  await expectRow(page, 'Žanis Čaks', [noDay, m.intake_row_refused({}, lv)])
  expect(await fund()).toBe(before)
  await lookAtPage(page, staff)
  await page.getByRole('button', { name: m.intake_start({ count: '3' }, lv) }).click()

  // It runs by itself, and the page tells how far it is.
  await expect(page.getByText(m.intake_state_done({}, lv), { exact: true })).toBeVisible({ timeout: 60_000 })
  await expectTotal(page, m.intake_count_accepted({}, lv), 3)
  await expectTotal(page, m.intake_count_refused({}, lv), 1)
  await expectRow(page, 'Ģirts Šķēle', [m.intake_row_accepted({}, lv)])
  await lookAtPage(page, staff)
  expect(await fund(), 'the budget came out of the fund once').toBe(before - budget)
  const result = page.url()

  // What was refused comes back as a table to mend, with the reason.
  const refused = await download(page, m.intake_refused_file({}, lv))
  const [heading = [], ...wrong] = read(await readFile(await refused.path(), 'utf8'))
  expect(heading.at(-1)).toBe(m.intake_refused_heading({}, lv))
  expect(wrong.map((row) => [row[0], row[1], row.at(-1)])).toEqual([['Žanis', 'Čaks', noDay]])

  // The family is there, with its plan and its money.
  await page.goto('/municipality/families')
  await page
    .getByRole('link', { name: /Ģirts Šķēle/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /Ģirts Šķēle/ })).toBeVisible()
  await expect(page.getByText(wordsOf(formatMoney(budget, 'lv'))).first()).toBeVisible()
  await lookAtPage(page, staff)

  // Nothing depends on it yet, so all of it can be taken back.
  await page.goto(result)
  await page.getByRole('link', { name: m.intake_undo({}, lv) }).click()
  await expect(page.getByRole('heading', { level: 1, name: m.intake_undo_title({}, lv) })).toBeVisible()
  await lookAtPage(page, staff)
  await page.getByRole('button', { name: m.intake_undo_confirm({}, lv) }).click()
  await expect(page.getByRole('alert')).toContainText(m.intake_undo_reason_missing({}, lv))
  await page.getByLabel(m.intake_undo_reason({}, lv)).fill('Tabulā bija pagājušā gada budžeti.')
  await page.getByRole('button', { name: m.intake_undo_confirm({}, lv) }).click()
  await expect(page.getByRole('status')).toContainText(m.intake_receipt_undone({}, lv))
  await expectTotal(page, m.intake_count_undone({}, lv), 3)
  await lookAtPage(page, staff)
  expect(await fund(), 'every cent is back in the fund').toBe(before)
  await page.goto('/municipality/families')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Ģirts Šķēle')).toHaveCount(0)
  await rows.close()
})

async function download(page: Page, name: string): Promise<Download> {
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name }).click()
  return file
}

function read(csv: string): string[][] {
  return z
    .array(z.array(z.string()))
    .parse(Papa.parse(csv.replace(/^\uFEFF/, ''), { delimiter: ';', skipEmptyLines: true }).data)
}

/** The template with three families written into it; the last one has a day that does not exist. */
function addFamilies(template: string): string {
  const [heading = [], ...example] = read(template)
  const today = Temporal.Now.plainDateISO('Europe/Riga')
  const written = (day: Temporal.PlainDate) =>
    [day.day, day.month].map((part) => String(part).padStart(2, '0')).join('.') + `.${day.year}`
  const first = today.with({ day: 1 })
  const family = (given: string, name: string, born: string) => ({
    [m.intake_column_child_given_name({}, lv)]: given,
    [m.intake_column_child_family_name({}, lv)]: name,
    [m.intake_column_birth_date({}, lv)]: born,
    [m.intake_column_town({}, lv)]: 'Lejasupe',
    [m.intake_column_guardian_given_name({}, lv)]: 'Žanete',
    [m.intake_column_guardian_family_name({}, lv)]: name,
    [m.intake_column_guardian_email({}, lv)]: `zanete.${given.length}${name.length}@example.invalid`,
    [m.intake_column_worker_email({}, lv)]: demoEmails.sanita,
  })
  const plan = (service: string, units: number) => ({
    [m.intake_column_period_from({}, lv)]: written(first),
    [m.intake_column_period_to({}, lv)]: written(first.add({ months: 6 }).subtract({ days: 1 })),
    [m.intake_column_budget({}, lv)]: '600,00',
    [m.intake_column_service({}, lv)]: service,
    [m.intake_column_units({}, lv)]: String(units),
  })
  const girts = family('Ģirts', 'Šķēle', '07.03.2019')
  const families: Record<string, string>[] = [
    { ...girts, ...plan('Fizioterapija', 10) },
    { ...girts, ...plan('Mūzikas terapija', 5) },
    family('Ņina', 'Ķēniņa', '2017-11-30'),
    family('Žanis', 'Čaks', '31.02.2018'),
  ]
  const lines = families.map((values) => heading.map((name) => values[name] ?? ''))
  return Papa.unparse([heading, ...example, ...lines], { delimiter: ';', newline: '\r\n' })
}

/** The first row of a child, with everything it says. */
async function expectRow(page: Page, child: string, texts: readonly string[]): Promise<void> {
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: child }) })
  for (const text of texts) await expect(row.first()).toContainText(text)
}

async function expectTotal(page: Page, label: string, count: number): Promise<void> {
  const total = page.locator('dl.totals > div').filter({ has: page.getByText(label, { exact: true }) })
  await expect(total.getByRole('definition')).toHaveText(String(count))
}
