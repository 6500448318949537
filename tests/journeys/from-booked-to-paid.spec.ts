import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { validateXML } from 'xmllint-wasm'
import { m } from '#app/paraglide/messages.js'
import { formatMoney } from '#app/platform/i18n/format.ts'
import { expect, test } from '#tests/support/journey.ts'
import { demoIds } from '../../prisma/demo/people.ts'
import { bookPhysiotherapy, wordsOf } from './steps/choose-time.ts'
import { letSessionPass } from './steps/let-time-pass.ts'
import { lookAtPage } from './steps/look-at-page.ts'
import { centsIn, readBudget, textOf } from './steps/read-budget.ts'
import { signInAs } from './steps/sign-in-as.ts'

const locale = { locale: 'lv' } as const
const child = demoIds.child('emils')
const staff = { isFamily: false } as const
const schema = join(resolve(process.env.STANDARDS_DIR ?? '../shared/standards'), 'iso20022', 'pain.001.001.09.xsd')

test('a session is booked, given, co-signed, approved by two and paid, and the family sees its money move', async ({
  portal,
  openBrowser,
}) => {
  test.setTimeout(180_000)
  const { address } = portal
  const open = async (key: string, role: Parameters<typeof signInAs>[1]['role']) => {
    const context = await openBrowser()
    await signInAs(context, { key, role, address })
    return context.newPage()
  }
  const parent = await open('agnese', 'guardian')
  const first = await readBudget(parent, child)
  const { bookingId, price } = await bookPhysiotherapy(parent, child)
  const booked = await readBudget(parent, child)
  expect(booked).toEqual({ ...first, free: first.free - price, reserved: first.reserved + price })
  const day = await letSessionPass(portal, bookingId)

  // The specialist confirms in two taps.
  const specialist = await open('ieva', 'specialist')
  await specialist.goto('/provider')
  await lookAtPage(specialist, staff)
  await specialist.goto(`/provider/sessions/${bookingId}`)
  await lookAtPage(specialist, staff)
  await specialist.getByText(m.delivery_as_planned({}, locale), { exact: true }).click()
  await specialist.getByRole('button', { name: wordsOf(m.delivery_confirm({ amount: '*' }, locale)) }).click()
  await expect(specialist.getByRole('status')).toContainText(textOf(price))
  await lookAtPage(specialist, staff)
  const given = await readBudget(parent, child)
  expect(given).toEqual({ ...booked, reserved: booked.reserved - price, delivered: booked.delivered + price })

  // The parent answers.
  await parent.goto(`/family/${child}/bookings/${bookingId}`)
  await lookAtPage(parent)
  await parent.getByRole('link', { name: m.schedule_booking_delivery_check({}, locale) }).click()
  await expect(parent.getByRole('heading', { level: 2, name: m.delivery_cosign_title({}, locale) })).toBeVisible()
  await lookAtPage(parent)
  await parent.getByRole('button', { name: wordsOf(m.delivery_cosign({ amount: '*' }, locale)) }).click()
  await expect(parent.getByRole('status')).toContainText(m.delivery_receipt_signed({}, locale))
  await lookAtPage(parent)
  expect(await readBudget(parent, child)).toEqual(given)

  // Finance prepares.
  const finance = await open('inese', 'finance_officer')
  await finance.goto(`/municipality/payouts?${new URLSearchParams({ from: day, to: day })}`)
  await lookAtPage(finance, staff)
  const prepare = finance.getByRole('button', { name: wordsOf(m.payout_prepare_submit({ sum: '*' }, locale)) })
  const [sum = 0] = centsIn((await prepare.textContent()) ?? '')
  expect(sum).toBeGreaterThanOrEqual(price)
  await prepare.click()
  await finance.waitForURL(/\/municipality\/payouts\/[^/?]+$/)
  const run = new URL(finance.url()).pathname
  await lookAtPage(finance, staff)
  const approval = wordsOf(m.payout_approve({ sum: formatMoney(sum, 'lv') }, locale))
  await expect(finance.getByText(approval), 'who prepared does not approve').toHaveCount(0)
  expect(await readBudget(parent, child)).toEqual(given)

  // Somebody else approves, hands the file to the bank, and writes down its answer.
  const approver = await open('vilnis', 'payout_approver')
  await approver.goto(run)
  await approver.getByText(approval).click()
  await approver
    .getByRole('button', { name: wordsOf(m.payout_approve_confirm({ sum: formatMoney(sum, 'lv') }, locale)) })
    .click()
  await expect(approver.getByRole('status')).toContainText(m.payout_done_approved_next({}, locale))
  await lookAtPage(approver, staff)
  expect(await readBudget(parent, child), 'money that is on its way is not paid yet').toEqual(given)
  const download = approver.waitForEvent('download')
  await approver.getByRole('link', { name: m.payout_file({}, locale) }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^atspaids-\d{4}-\d{3}\.xml$/)
  await expectPayable(await readFile(await file.path(), 'utf8'), sum)
  await approver.getByRole('button', { name: m.payout_execute_submit({}, locale) }).click()
  await expect(approver.getByRole('status')).toContainText(m.payout_done_executed({}, locale))
  await lookAtPage(approver, staff)

  // The provider sees it paid, the parent sees the cent arrive, the municipality can follow it.
  const provider = await open('ieva', 'provider_manager')
  await provider.goto('/provider/payouts')
  await lookAtPage(provider, staff)
  await provider
    .getByRole('link', { name: new RegExp(m.payout_mine_open({}, locale)) })
    .first()
    .click()
  await expect(
    provider.getByRole('heading', { level: 1, name: wordsOf(m.payout_detail_title_paid({ sum: '*' }, locale)) }),
  ).toBeVisible()
  await lookAtPage(provider, staff)
  expect(await readBudget(parent, child)).toEqual({
    ...given,
    delivered: given.delivered - price,
    paid: given.paid + price,
  })
  await finance.goto(`/municipality/trace/${bookingId}`)
  await expect(finance.getByText(m.trace_adds_up({ sum: formatMoney(price, 'lv') }, locale))).toBeVisible()
  await lookAtPage(finance, staff)
})

async function expectPayable(xml: string, sum: number): Promise<void> {
  expect(xml).toContain(`<CtrlSum>${(sum / 100).toFixed(2)}</CtrlSum>`)
  // Where the published schema is not at hand, the sum and the well-formed shape still are.
  if (!existsSync(schema)) return
  const { errors, valid } = await validateXML({
    xml: [{ fileName: 'payments.xml', contents: xml }],
    schema: [{ fileName: 'pain.001.001.09.xsd', contents: await readFile(schema, 'utf8') }],
  })
  expect(errors.map(({ message }) => message)).toEqual([])
  expect(valid).toBe(true)
}
