import type { Locator, Page } from '@playwright/test'
import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { formatMoney, formatNumber } from '#app/platform/i18n/format.ts'
import { expect, test } from '#tests/support/journey.ts'
import type { PortalRows } from '#tests/support/portal-rows.ts'
import { openRows } from '#tests/support/portal-rows.ts'
import { demoIds } from '../../prisma/demo/people.ts'
import { wordsOf } from './steps/choose-time.ts'
import { lookAtPage } from './steps/look-at-page.ts'
import { readDemoRows } from './steps/read-demo-rows.ts'
import { textOf } from './steps/read-budget.ts'
import { signInAs } from './steps/sign-in-as.ts'

const lv = { locale: 'lv' } as const
const tince = demoIds.child('tince')
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const seen = 'Šoreiz palika grupā līdz pēdējai dziesmai.'
const told = 'Veikalā pati pateica, ko grib.'
const reasoned = 'Skolas svētkos noturējās līdz beigām un vēl uzrunāja skolotāju.'

test('what a specialist and a mother write is what the next assessment looks back on', async ({
  portal,
  openBrowser,
}) => {
  test.setTimeout(180_000)
  const open = async (key: string, role: Parameters<typeof signInAs>[1]['role'], options = {}) => {
    const context = await openBrowser(options)
    await signInAs(context, { key, role, address: portal.address })
    return context.newPage()
  }
  const rows = await openRows(portal)
  const demo = await readDemoRows(portal)
  const assessmentId = await demo.openAssessment('tince')
  const session = await demo.deliveredSession('tince', 'music-therapy')
  await demo.close()
  const goals = await rows.rows(
    z.object({ id: z.string(), text: z.string(), horizon: z.string(), period_id: z.string() }),
    `SELECT g.id, g.text, g.horizon, was.period_id FROM assessment a JOIN assessment was ON was.id = a.previous_id
     JOIN goal g ON g.assessment_id = was.id WHERE a.id = $1`,
    [assessmentId],
  )
  const goalOf = (horizon: string) => {
    const goal = goals.find((one) => one.horizon === horizon)
    if (goal === undefined) throw new Error(`Tince has no goal: ${horizon}`)
    return goal
  }
  const [near, far] = [goalOf('short_term'), goalOf('long_term')]

  // The specialist writes of a session, about a goal.
  const specialist = await open('liene', 'specialist')
  await specialist.goto(`/provider/sessions/${session}`)
  await specialist.getByRole('link', { name: m.progress_session_link({}, lv) }).click()
  await write(specialist, { goal: near.text, mark: 0, text: seen })
  await expect(specialist.getByRole('status')).toContainText(m.progress_receipt_noted({}, lv))
  await expect(specialist.getByRole('list', { name: m.progress_session_of({}, lv) })).toContainText(seen)
  await lookAtPage(specialist, { isFamily: false })

  // The mother writes what she noticed, and finds both.
  const mother = await open('laura', 'guardian', phone)
  await mother.goto(`/family/${tince}/goals`)
  await lookAtPage(mother)
  await write(mother, { goal: far.text, mark: 1, text: told })
  await expect(mother.getByRole('status')).toContainText(m.progress_receipt_noted({}, lv))
  const notes = mother.getByRole('list', { name: m.progress_goals_notes({}, lv) })
  await expect(notes).toContainText(told)
  await expect(notes).toContainText(seen)
  await expect(
    mother.getByText(await attainedText(rows, near.id)),
    'what is measured waits for the proposal',
  ).toHaveCount(0)

  // The lead of the next assessment sees the period as it was, to the booking and the cent.
  const lead = await open('uldis', 'expert')
  await lead.goto(`/assessments/${assessmentId}`)
  await lead.getByRole('link', { name: m.assessment_tab_looking_back({}, lv) }).click()
  await expect(lead.getByRole('heading', { name: m.progress_back_services({}, lv) })).toBeVisible()
  await expectServices(lead, rows, near.period_id)
  await expect(goalSection(lead, near.text)).toContainText(seen)
  await expect(goalSection(lead, far.text)).toContainText(told)
  await expectMarks(goalSection(lead, near.text), rows, near)
  await expectMarks(goalSection(lead, far.text), rows, far)
  await lookAtPage(lead, { isFamily: false })

  // He measures the other goal too; the score is that of both.
  const measure = goalSection(lead, far.text)
  await measure.getByLabel(m.progress_back_level({}, lv)).selectOption('1')
  await measure.getByLabel(m.progress_back_level_note({}, lv)).fill(reasoned)
  await measure.getByRole('button', { name: m.progress_back_level_save({}, lv) }).click()
  await expect(lead.getByRole('status').first()).toContainText(m.progress_back_level_receipt({}, lv))
  const score = formatNumber(await expectedScore(rows, assessmentId), 'lv', 1)
  const attainment = lead.getByRole('region', { name: m.progress_back_attainment({}, lv) })
  await expect(attainment.getByText(m.progress_back_t_above({ score }, lv))).toBeVisible()
  await attainment.getByText(m.progress_back_chart_table({}, lv), { exact: true }).first().click()
  const inTable = attainment.getByRole('row').filter({ hasText: far.text })
  await expect(inTable.getByRole('cell').last()).toHaveText('+1')
  await attainment.getByText(m.progress_back_t_formula({}, lv)).click()
  await expect(attainment.getByText(/^T = 50 \+ 10/)).toContainText(`= ${score}`)
  await lookAtPage(lead, { isFamily: false })

  // The family reads what was measured once the next services are proposed to them.
  await rows.run('UPDATE assessment SET proposed_at = now() WHERE id = $1', [assessmentId])
  await mother.goto(`/family/${tince}/goals`)
  for (const goal of [near, far]) await expect(mother.getByText(await attainedText(rows, goal.id))).toBeVisible()
  await expect(mother.getByText(reasoned)).toBeVisible()
  await lookAtPage(mother)
  await rows.run('UPDATE assessment SET proposed_at = NULL WHERE id = $1', [assessmentId])
  await rows.close()
})

/** Fills the form of a new note and saves it. */
async function write(page: Page, note: { goal: string; mark: number; text: string }): Promise<void> {
  await page.locator('#goal').selectOption({ label: note.goal })
  await page.locator('#mark').selectOption(String(note.mark))
  await page.locator('#text').fill(note.text)
  await page.getByRole('button', { name: m.progress_note_save({}, lv) }).click()
}

function goalSection(page: Page, goal: string): Locator {
  return page.getByRole('region', { name: goal, exact: true })
}

/** How the family's page says what was measured, whatever the scale's words. */
async function attainedText(rows: PortalRows, goalId: string): Promise<RegExp> {
  const found = await rows.rows(z.object({ level: z.int() }), 'SELECT level FROM goal_attainment WHERE goal_id = $1', [
    goalId,
  ])
  const level = found[0]?.level ?? NaN
  return wordsOf(m.progress_goals_attained({ level: `${level > 0 ? '+' : ''}${level}*` }, lv))
}

const serviceUse = z.object({
  name: z.string(),
  planned: z.coerce.number(),
  booked: z.coerce.number(),
  received: z.coerce.number(),
  missed: z.coerce.number(),
})

/** Each row of services against the plan, the bookings and the deliveries themselves. */
async function expectServices(page: Page, rows: PortalRows, periodId: string): Promise<void> {
  const uses = await rows.rows(
    serviceUse,
    `SELECT s.name_lv AS name, l.funded_cents AS planned,
       (SELECT count(*) FROM booking b WHERE b.period_id = p.period_id AND b.service_id = s.id) AS booked,
       (SELECT coalesce(sum(d.amount_cents), 0) FROM delivery d JOIN booking b ON b.id = d.booking_id
         WHERE b.period_id = p.period_id AND b.service_id = s.id AND d.kind = 'delivered'
           AND d.state IN ('awaiting', 'accepted', 'objected')) AS received,
       (SELECT count(*) FROM booking b
         WHERE b.period_id = p.period_id AND b.service_id = s.id AND b.state = 'not_attended') AS missed
     FROM plan p JOIN plan_line l ON l.plan_id = p.id JOIN service s ON s.id = l.service_id
     WHERE p.period_id = $1 AND p.state = 'approved' AND l.funded_cents > 0`,
    [periodId],
  )
  expect(uses.length).toBeGreaterThan(3)
  const table = page.getByRole('table', { name: m.progress_back_services({}, lv) })
  for (const use of uses) {
    const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: use.name, exact: true }) })
    const [planned, booked, received, missed] = await row.getByRole('cell').allTextContents()
    expect(planned, use.name).toMatch(textOf(use.planned))
    expect(booked, use.name).toMatch(new RegExp(`^${use.booked}(\\D|$)`))
    expect(received, use.name).toMatch(textOf(use.received))
    expect(missed, use.name).toBe(String(use.missed))
  }
  const total = uses.reduce((sum, { planned }) => sum + planned, 0)
  await expect(table.getByRole('row').last()).toContainText(
    new RegExp(RegExp.escape(formatMoney(total, 'lv')).replaceAll(/\\x20|\\xa0|\\u202f|[\s]/g, String.raw`\s`)),
  )
}

/** The chart of a goal, and the table that says the same: a row for every mark there is. */
async function expectMarks(section: Locator, rows: PortalRows, goal: { id: string; text: string }): Promise<void> {
  const { marks } = await rows.row(
    z.object({ marks: z.coerce.number() }),
    'SELECT count(*) AS marks FROM goal_note WHERE goal_id = $1 AND mark IS NOT NULL',
    [goal.id],
  )
  const label = m.progress_chart_label({ professionals: '*', family: '*' }, lv)
  await expect(section.getByRole('img', { name: wordsOf(label) })).toBeVisible()
  await section.getByText(m.progress_chart_table({}, lv), { exact: true }).click()
  const table = section.getByRole('table', { name: `${m.progress_chart_title({}, lv)}: ${goal.text}` })
  await expect(table.getByRole('row')).toHaveCount(marks + 1)
}

/** 50 + 10 x sum(w x) / sqrt(0.7 sum(w^2) + 0.3 (sum w)^2), in the words of SQL. */
async function expectedScore(rows: PortalRows, assessmentId: string): Promise<number> {
  const { score } = await rows.row(
    z.object({ score: z.number() }),
    `SELECT (50 + 10 * sum(g.weight * t.level) / sqrt(0.7 * sum(g.weight * g.weight) + 0.3 * sum(g.weight) ^ 2))::float8
       AS score
     FROM goal_attainment t JOIN goal g ON g.id = t.goal_id WHERE t.assessment_id = $1`,
    [assessmentId],
  )
  return score
}
