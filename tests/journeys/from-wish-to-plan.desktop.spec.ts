import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { m } from '#app/paraglide/messages.js'
import { formatMoney } from '#app/platform/i18n/format.ts'
import { expect, test } from '#tests/support/journey.ts'
import { demoPersonalCode } from '../../prisma/demo/invented-numbers.ts'
import { demoIds } from '../../prisma/demo/people.ts'
import { wordsOf } from './steps/choose-time.ts'
import { lookAtPage } from './steps/look-at-page.ts'
import { joinButton, liftButton, putInOrder, readOrder } from './steps/put-in-order.ts'
import { textOf } from './steps/read-budget.ts'
import { readFunding, readLine } from './steps/read-funding.ts'
import { readPdf } from './steps/read-pdf.ts'
import { signInAs } from './steps/sign-in-as.ts'
import {
  answer,
  asked,
  assistant,
  hearing,
  longGoal,
  music,
  question,
  shortGoal,
  wishes,
} from './steps/story-of-darta.ts'
import {
  addLongGoal,
  addService,
  addShortGoal,
  expectKept,
  expectReceipt,
  writeExpertise,
} from './steps/write-assessment.ts'

const locale = { locale: 'lv' } as const
const child = demoIds.child('darta')
const family = `/family/${child}`
const staff = { isFamily: false, isDarkToo: false } as const
/** Dark is looked at where the family decides, and everywhere by every-page.spec.ts. */
const light = { isDarkToo: false } as const
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

test('five people make a plan out of two wishes, and its money is what the family was shown', async ({
  portal,
  openBrowser,
}) => {
  test.setTimeout(240_000)
  const { address } = portal
  const open = async (key: string, role: Parameters<typeof signInAs>[1]['role'], options = {}) => {
    const context = await openBrowser(options)
    await signInAs(context, { key, role, address })
    return context.newPage()
  }
  const worker = await open('sanita', 'social_worker')
  const parent = await open('zane', 'guardian', phone)
  const physician = await open('uldis', 'expert')
  const therapist = await open('zaiga', 'expert')

  const assessment = await openAssessment(worker)
  await writeWishes(parent)

  // Each expert writes alone; the lead brings the goals and the services together.
  await writeExpertise(physician, assessment, {
    chapter: 'd3',
    level: 2,
    need: 'Runātājam jābūt redzamam.',
    conclusion: 'Dzirde vienā pusē; klausīšanos var trenēt.',
  })
  await writeExpertise(therapist, assessment, {
    chapter: 'd4',
    level: 1,
    need: 'Pagalmā vajag drošību.',
    conclusion: 'Kustības atbilst vecumam.',
  })
  await agreeGoals(physician, assessment)
  for (const service of asked) await addService(physician, assessment, service)
  await lookAtPage(physician, staff)

  await handInOrder(therapist, assessment, [hearing, assistant, music])
  await handInOrder(physician, assessment, [music, hearing, assistant])
  await fixOrder(physician, assessment)

  // The family reads, asks, and puts its own order beside the experts'.
  await askAboutMusic(parent)
  await answerAboutMusic(physician, assessment)
  await understandAll(parent)
  const shown = await rankAndHandIn(parent)
  expect(shown).toEqual([
    { name: hearing, cents: 1500_00 },
    { name: assistant, cents: 1680_00 },
    { name: music, cents: 646_00 },
  ])

  // What the worker prepares, two sign, the family is told and a third approves is what the family was shown.
  const plan = await preparePlan(worker, assessment)
  expect(await readFunding(worker)).toEqual(shown)
  await signAs(worker, plan, m.decision_sign_social_worker({}, locale))
  await signAs(physician, plan, m.decision_sign_physician({}, locale))
  await acknowledge(parent)
  await worker.goto(plan)
  await expect(worker.getByText(m.decision_approve_four_eyes({}, locale))).toBeVisible()
  await expect(worker.getByRole('button', { name: m.decision_approve({}, locale), exact: true })).toHaveCount(0)
  await lookAtPage(worker, staff)

  const approver = await open('arvis', 'municipality_administrator')
  await approver.goto(plan)
  await approver.getByRole('button', { name: m.decision_approve({}, locale), exact: true }).click()
  await expectReceipt(approver, m.decision_receipt_approved({ number: '' }, locale).replace(/\s*\.$/, ''))
  await lookAtPage(approver, staff)

  await parent.goto(`${family}/plan`)
  expect(await readFunding(parent)).toEqual(shown)
  await lookAtPage(parent, light)
  await downloadDecision(parent)
})

async function openAssessment(page: Page): Promise<string> {
  await page.goto(`/municipality/families/${child}`)
  await page.getByRole('link', { name: m.assessment_start_link({}, locale) }).click()
  for (const { name, profession, leads } of [
    { name: 'Uldis Kalnrags', profession: m.ranking_profession_physician({}, locale), leads: true },
    { name: 'Zaiga Mežavota', profession: m.ranking_profession_physiotherapist({}, locale), leads: false },
  ]) {
    const row = page.getByRole('group', { name })
    await row.getByRole('checkbox', { name }).check()
    await row.getByRole('combobox').selectOption({ label: profession.charAt(0).toUpperCase() + profession.slice(1) })
    if (leads) await row.getByRole('radio', { name: m.assessment_new_leads({}, locale) }).check()
  }
  await page.getByRole('button', { name: m.assessment_new_submit({}, locale) }).click()
  await expectReceipt(page, m.assessment_receipt_opened({}, locale))
  await lookAtPage(page, staff)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

async function writeWishes(page: Page): Promise<void> {
  await page.goto(family)
  await lookAtPage(page, light)
  await page.getByRole('link', { name: m.ranking_task_wishes_do({}, locale) }).click()
  const next = page.getByRole('textbox', { name: m.ranking_wish_new({}, locale) })
  await next.fill(wishes[0])
  await expectKept(page)
  await page.reload()
  await expect(page.getByRole('textbox', { name: m.ranking_wish_label({ place: 1 }, locale) })).toHaveValue(wishes[0])
  await next.fill(wishes[1])
  await page.getByRole('button', { name: m.ranking_wish_add({}, locale) }).click()
  await expect(page.getByRole('textbox', { name: m.ranking_wish_label({ place: 2 }, locale) })).toHaveValue(wishes[1])
  await lookAtPage(page, light)
  await page.getByRole('button', { name: m.ranking_done({}, locale), exact: true }).click()
  await expectReceipt(page, m.ranking_receipt_done({}, locale))
}

/** The second wish has no goal this time: the lead has to say so. */
async function agreeGoals(page: Page, assessment: string): Promise<void> {
  await page.goto(`/assessments/${assessment}/goals`)
  await addLongGoal(page, { text: longGoal, wish: wishes[0] })
  await addShortGoal(page, shortGoal)
  const agree = page.getByRole('button', { name: m.expertise_agree_submit({}, locale), exact: true })
  await agree.click()
  await expect(page.getByRole('alert')).toContainText(m.expertise_agree_blocked_submit({}, locale))
  await page.getByRole('checkbox', { name: wishes[1] }).check()
  await agree.click()
  await expectReceipt(page, m.expertise_receipt_agreed({}, locale))
  await lookAtPage(page, staff)
}

async function handInOrder(page: Page, assessment: string, order: readonly string[]): Promise<void> {
  await page.goto(`/assessments/${assessment}/ranking`)
  await putInOrder(page.getByRole('list', { name: m.needs_own_label({}, locale) }), order)
  await page.getByRole('button', { name: m.needs_own_hand_in({}, locale) }).click()
  await expectReceipt(page, m.needs_own_handed_in({}, locale))
}

/** The lead makes equal what the average does not, and has to say why. */
async function fixOrder(page: Page, assessment: string): Promise<void> {
  await page.goto(`/assessments/${assessment}/ranking`)
  const list = page.getByRole('list', { name: m.needs_fix_label({}, locale) })
  expect(await readOrder(list), 'the average of both').toEqual([hearing, music, assistant])
  await joinButton(list, assistant).click()
  const fix = page.getByRole('button', { name: m.needs_fix_go({}, locale) })
  await fix.click()
  await expect(page.getByRole('alert')).toContainText(m.needs_reason_differs({}, locale))
  await expect(list.getByRole('listitem').nth(2)).toContainText('2.–3.')
  await page.getByRole('textbox', { name: m.needs_fix_reason({}, locale) }).fill('Abi šai ģimenei ir vienlīdz svarīgi.')
  await lookAtPage(page, staff)
  await fix.click()
  await expectReceipt(page, m.needs_fixed({}, locale))
}

async function askAboutMusic(page: Page): Promise<void> {
  await page.goto(`${family}/assessment`)
  await page.getByRole('link', { name: m.ranking_task_reading_do({}, locale), exact: true }).click()
  const card = page.getByRole('region', { name: music })
  await card.getByText(m.ranking_ask({}, locale), { exact: true }).click()
  await card.getByRole('textbox', { name: m.ranking_ask_label({ name: music }, locale) }).fill(question)
  await card.getByRole('button', { name: m.ranking_ask_send({}, locale) }).click()
  await expectReceipt(page, m.ranking_receipt_asked({}, locale))
  await lookAtPage(page, light)
}

async function answerAboutMusic(page: Page, assessment: string): Promise<void> {
  await page.goto(`/assessments/${assessment}/services`)
  await page.getByRole('link', { name: music, exact: true }).click()
  const asking = page.getByRole('region', { name: question })
  await asking.getByRole('textbox', { name: m.needs_answer({}, locale) }).fill(answer)
  await lookAtPage(page, staff)
  await asking.getByRole('button', { name: m.needs_answer_send({}, locale) }).click()
  await expectReceipt(page, m.needs_answered({}, locale))
}

async function understandAll(page: Page): Promise<void> {
  await page.goto(`${family}/assessment/services`)
  await expect(page.getByRole('region', { name: music })).toContainText(answer)
  for (const { name } of asked) {
    const card = page.getByRole('region', { name })
    await card.getByRole('button', { name: m.ranking_understood({}, locale) }).click()
    await expect(card.getByText(m.ranking_understood_mine({}, locale))).toBeVisible()
  }
  await expect(page.getByText(m.ranking_all_read({}, locale))).toBeVisible()
  await page.getByRole('link', { name: m.ranking_task_order_do({}, locale) }).click()
}

/** Lifts the assistant above the music, sees the line move through the music, and hands in. */
async function rankAndHandIn(page: Page) {
  const list = page.getByRole('list', { name: m.ranking_order_label({}, locale) })
  await expect(list).toBeVisible()
  const before = await readFunding(page)
  expect(before.map(({ name }) => name)).toEqual([hearing, music, assistant])
  await liftButton(list, assistant).click()
  await expectKept(page)
  const shown = await readFunding(page)
  const line = await readLine(page)
  expect(shown, 'the order moves the money').not.toEqual(before)
  expect(shown.reduce((sum, { cents }) => sum + cents, 0)).toBe(line.funded)
  const rest = wordsOf(m.ranking_if_rest({ amount: formatMoney(line.budget - line.funded, 'lv') }, locale))
  await expect(page.getByText(rest)).toHaveCount(line.budget > line.funded ? 1 : 0)
  await page.getByText(m.ranking_hand_in({}, locale), { exact: true }).click()
  await lookAtPage(page)
  await page.getByRole('button', { name: m.ranking_hand_in_sure({}, locale) }).click()
  await expectReceipt(page, m.ranking_receipt_handed_in({}, locale))
  return shown
}

/** The worker sees the same list, seals it, and stands before the plan that waits for signatures. Answers its address. */
async function preparePlan(page: Page, assessment: string): Promise<string> {
  await page.goto(`/assessments/${assessment}`)
  await page
    .getByRole('link', { name: m.assessment_tab_plan({}, locale), exact: true })
    .first()
    .click()
  await expect(page.getByText(m.decision_stamp_preview({}, locale))).toBeVisible()
  await lookAtPage(page, staff)
  await page.getByRole('button', { name: m.decision_draft_prepare({}, locale) }).click()
  await expectReceipt(page, m.decision_receipt_prepared({}, locale))
  return new URL(page.url()).pathname
}

async function signAs(page: Page, plan: string, button: string): Promise<void> {
  await page.goto(plan)
  await page.getByRole('button', { name: button }).click()
  await expectReceipt(page, m.decision_receipt_signed({}, locale))
}

async function acknowledge(page: Page): Promise<void> {
  await page.goto(family)
  await page.getByRole('link', { name: m.ranking_task_plan_do({}, locale) }).click()
  await lookAtPage(page, light)
  for (const { name } of asked) await expect(page.getByText(name).first()).toBeVisible()
  await expect(page.getByText(textOf(1680_00)).first()).toBeVisible()
  await page.getByRole('button', { name: m.decision_acknowledge({}, locale) }).click()
  await expectReceipt(page, m.decision_receipt_acknowledged({}, locale))
}

/** The file reads as a decision about this child, and names nobody's personal code. */
async function downloadDecision(page: Page): Promise<void> {
  await page.getByRole('link', { name: m.ranking_to_decision({}, locale) }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: m.decision_pdf({}, locale) }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^lemums-\d{4}-\d+\.pdf$/)
  const pdf = await readFile(await file.path())
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const words = readPdf(pdf).join('\n')
  expect(words).toContain('Dārta Lazdupe')
  for (const { name } of asked) expect(words).toContain(name)
  const code = demoPersonalCode('darta')
  for (const secret of [code, code.replace('-', '')]) expect(words).not.toContain(secret)
}
