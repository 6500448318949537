import type { Locator, Page } from '@playwright/test'
import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { formatMoney } from '#app/platform/i18n/format.ts'
import { expect, test } from '#tests/support/journey.ts'
import { openRows } from '#tests/support/portal-rows.ts'
import { demoIds } from '../../prisma/demo/people.ts'
import { bookSession, wordsOf } from './steps/choose-time.ts'
import { lookAtPage } from './steps/look-at-page.ts'
import { centsIn, readBudget, textOf } from './steps/read-budget.ts'
import { signInAs } from './steps/sign-in-as.ts'

const locale = { locale: 'lv' } as const
const annija = demoIds.child('annija')
const staff = { isFamily: false, isDarkToo: false } as const
const dog = { name: 'Kanisterapija', id: demoIds.service('canistherapy') }
const ride = { name: 'Transporta pakalpojums', id: demoIds.service('transport') }
const music = { name: 'Mūzikas terapija', id: demoIds.service('music-therapy') }
const [moreRides, musicUnits] = [10, 4]
const why = 'Suns Annijai vairs nepatīk; mūziku viņa lūdz pati, un uz to jātiek.'

test('a family asks, the plan changes in mid-period, is signed and approved, and its money moves to the cent', async ({
  portal,
  openBrowser,
}) => {
  test.setTimeout(240_000)
  const open = async (key: string, role: Parameters<typeof signInAs>[1]['role']) => {
    const context = await openBrowser()
    await signInAs(context, { key, role, address: portal.address })
    return context.newPage()
  }
  const rows = await openRows(portal)
  const parent = await open('rita', 'guardian')
  const { bookingId, price } = await bookSession(parent, { childId: annija, service: dog.name, provider: '.*' })
  const before = await readBudget(parent, annija)

  // The guardian asks from the page of the plan.
  await parent.goto(`/family/${annija}/plan`)
  await parent.getByRole('link', { name: m.revision_changes_title({}, locale) }).click()
  await lookAtPage(parent)
  await parent.getByLabel(m.revision_ask_label({}, locale)).fill(why)
  await parent.getByRole('button', { name: m.revision_ask_submit({}, locale) }).click()
  await expect(parent.getByRole('status').first()).toContainText(m.revision_ask_sent({}, locale))

  // Her social worker takes the request up, and asks for less than is booked.
  const worker = await open('sanita', 'social_worker')
  await worker.goto(`/municipality/families/${annija}`)
  await worker.getByRole('link', { name: m.revision_staff_link({}, locale) }).click()
  await expect(worker.getByText(why)).toBeVisible()
  await lookAtPage(worker, staff)
  await worker.getByRole('button', { name: m.revision_request_take({}, locale) }).click()
  await expect(worker.getByRole('status').first()).toContainText(m.revision_edit_started({}, locale))
  const draft = new URL(worker.url()).pathname
  const planId = draft.split('/').at(-1) ?? ''
  const lines = await rows.rows(
    z.object({ service_id: z.string(), funded_units: z.int(), unit_price_cents: z.int() }),
    'SELECT service_id, funded_units, unit_price_cents FROM plan_line WHERE plan_id = $1',
    [planId],
  )
  const lineOf = (id: string) => {
    const line = lines.find(({ service_id }) => service_id === id)
    if (line === undefined) throw new Error('The draft has no such service')
    return { units: line.funded_units, price: line.unit_price_cents }
  }
  const used = await rows.row(
    z.object({ sessions: z.coerce.number() }),
    `SELECT count(*) AS sessions FROM booking WHERE child_id = $1 AND service_id = $2 AND state <> 'cancelled'`,
    [annija, dog.id],
  )
  const fewer = used.sessions - 1
  await change(worker, dog.name, { units: fewer, reason: 'Suns vairs nepatīk.' })
  await change(worker, ride.name, { units: lineOf(ride.id).units + moreRides, reason: 'Uz mūziku jātiek.' })
  const musicPrice = await addMusic(worker)
  await lookAtPage(worker, staff)
  const freed = (lineOf(dog.id).units - fewer) * lineOf(dog.id).price
  const given = moreRides * lineOf(ride.id).price + musicUnits * musicPrice
  const rest = before.rest + freed - given
  await expect(
    worker
      .getByRole('definition')
      .filter({ hasText: textOf(rest) })
      .first(),
  ).toBeVisible()
  await worker.getByLabel(m.revision_edit_whole({}, locale), { exact: true }).fill(why)
  await worker.getByRole('button', { name: m.revision_edit_seal({}, locale) }).click()
  await expect(worker.getByRole('alert')).toContainText(`${dog.name}: `)
  await expect(worker.getByRole('alert')).toContainText(
    m.revision_problem_floor({ name: dog.name, units: '*' }, locale).split('*')[0] ?? '',
  )
  await lookAtPage(worker, staff)

  // The booking that stands in the way is settled from the revision itself.
  await worker.getByRole('link', { name: m.revision_edit_bookings({}, locale) }).click()
  await expect(worker.getByRole('heading', { level: 1, name: m.revision_settle_title({}, locale) })).toBeVisible()
  await lookAtPage(worker, staff)
  await worker.locator(`button[name="cancel"][value="${bookingId}"]`).click()
  await expect(worker.getByRole('status').first()).toContainText(textOf(price))
  await expect(worker.getByText(m.revision_settle_none({}, locale))).toBeVisible()
  await lookAtPage(worker, staff)
  await worker
    .getByRole('main')
    .getByRole('link', { name: m.revision_settle_back({}, locale) })
    .last()
    .click()
  await expect(unitsOf(worker, dog.name)).toHaveValue(String(fewer))
  await worker.getByRole('button', { name: m.revision_edit_seal({}, locale) }).click()
  await worker.waitForURL(`**/plans/${planId}`)
  await lookAtPage(worker, staff)
  const cancelled = { ...before, free: before.free + price, reserved: before.reserved - price }
  expect(await readBudget(parent, annija), 'a draft moves no money').toEqual(cancelled)

  // Everyone signs in their own name.
  await worker.getByRole('button', { name: m.decision_sign_social_worker({}, locale) }).click()
  await expect(worker.getByRole('status').first()).toContainText(m.decision_receipt_signed({}, locale))
  const physician = await open('uldis', 'expert')
  await physician.goto(`/plans/${planId}`)
  await physician.getByRole('button', { name: m.decision_sign_physician({}, locale) }).click()
  await expect(physician.getByRole('status').first()).toContainText(m.decision_receipt_signed({}, locale))
  await lookAtPage(physician, staff)
  await parent.goto(`/family/${annija}`)
  await lookAtPage(parent)
  await parent.getByRole('link', { name: m.revision_changes_title({}, locale) }).click()
  await expect(parent.getByRole('link', { name: m.revision_version_acknowledge({}, locale) })).toBeVisible()
  await lookAtPage(parent)
  await parent.goto(`/family/${annija}`)
  await parent.getByRole('link', { name: m.revision_task_do({}, locale) }).click()
  await lookAtPage(parent)
  await parent.getByRole('button', { name: m.decision_acknowledge({}, locale) }).click()
  await expect(parent.getByRole('status').first()).toContainText(m.decision_receipt_acknowledged({}, locale))

  // Somebody else approves.
  const approver = await open('arvis', 'municipality_administrator')
  await approver.goto(`/plans/${planId}`)
  await lookAtPage(approver, staff)
  await approver.getByRole('button', { name: m.decision_approve({}, locale) }).click()
  await expect(approver.getByRole('status').first()).toContainText(
    m.decision_receipt_approved({ number: '*' }, locale).split('*')[0] ?? '',
  )
  await lookAtPage(approver, staff)

  // The family has its second version, and every cent is where the draft said.
  const after = await readBudget(parent, annija)
  expect(after).toEqual({ ...cancelled, free: cancelled.free - (rest - before.rest), rest })
  await parent.goto(`/family/${annija}/plan`)
  await expect(parent.getByText(m.plan_version({ version: 2 }, locale))).toBeVisible()
  const bookable = parent.getByRole('link', { name: m.plan_book_for({ name: music.name }, locale), exact: true })
  await expect(bookable, 'what was added can be booked').toBeVisible()
  await lookAtPage(parent)

  // The old version stays readable, with what became different.
  await parent.goto(`/family/${annija}/plan/changes`)
  await expect(parent.getByText(m.revision_request_done({}, locale), { exact: true })).toBeVisible()
  await parent.getByText(m.revision_changed_against({ version: 1 }, locale)).click()
  const changes = parent.getByRole('list', { name: m.revision_diff_caption({}, locale) }).getByRole('listitem')
  await expect(changes).toHaveCount(3)
  await expectChange(changes, dog.name, `− ${formatMoney(freed, 'lv')}`)
  await expectChange(changes, ride.name, `+ ${formatMoney(moreRides * lineOf(ride.id).price, 'lv')}`)
  await expectChange(changes, music.name, `+ ${formatMoney(musicUnits * musicPrice, 'lv')}`)
  await lookAtPage(parent)
  await parent
    .getByRole('link', { name: m.revision_version_open({}, locale) })
    .last()
    .click()
  await expect(parent.getByText(m.decision_page_lead_superseded({}, locale))).toBeVisible()
  await lookAtPage(parent)
  await rows.close()
})

function unitsOf(page: Page, service: string): Locator {
  return page.getByRole('spinbutton', { name: ofService(m.revision_edit_units({}, locale), service) })
}

async function change(page: Page, service: string, { units, reason }: { units: number; reason: string }) {
  await unitsOf(page, service).fill(String(units))
  await page.getByRole('textbox', { name: ofService(m.revision_edit_why({}, locale), service) }).fill(reason)
}

/** A label that says of which service, to whoever hears the page. */
function ofService(label: string, service: string): RegExp {
  return new RegExp(`^${label}\\s*: ${service}$`)
}

/** Adds a service of the catalogue to the draft; answers what one unit costs. */
async function addMusic(page: Page): Promise<number> {
  await page.getByText(m.revision_add_title({}, locale), { exact: true }).click()
  const services = page.getByLabel(m.revision_add_service({}, locale))
  const option = services.getByRole('option', {
    name: wordsOf(m.revision_add_option({ name: music.name, price: '*' }, locale)),
  })
  const [price = NaN] = centsIn((await option.textContent()) ?? '')
  await services.selectOption(music.id)
  await page.getByLabel(m.revision_add_units({}, locale)).fill(String(musicUnits))
  await page.getByLabel(m.revision_add_why({}, locale)).fill('Mūziku Annija lūdz pati.')
  await page.getByRole('button', { name: m.revision_add_submit({}, locale), exact: true }).click()
  await expect(unitsOf(page, music.name)).toHaveValue(String(musicUnits))
  return price
}

async function expectChange(changes: Locator, service: string, amount: string): Promise<void> {
  const spaced = new RegExp(RegExp.escape(amount).replaceAll(/\\x20|\\xa0|\\u202f|[\s]/g, String.raw`\s`))
  await expect(changes.filter({ hasText: service })).toHaveText(spaced)
}
