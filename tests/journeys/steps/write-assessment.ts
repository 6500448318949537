import type { Page } from '@playwright/test'
import { chapterText } from '#app/assessment/ui/expertise-words.ts'
import { m } from '#app/paraglide/messages.js'
import { expect } from '#tests/support/journey.ts'
import { wordsOf } from './choose-time.ts'

const locale = { locale: 'lv' } as const

/** What a page says at its top after a deed; below it, forms that save themselves say what is kept. */
export async function expectReceipt(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible()
}

/** What every page that saves itself says once nothing typed can be lost. */
export async function expectKept(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: keptNow }).first()).toBeVisible()
}

const keptNow = wordsOf(m.ui_autosave_saved({ time: '*' }, locale))

type Expertise = {
  chapter: Parameters<typeof chapterText>[0]
  level: 0 | 1 | 2 | 3 | 4
  need: string
  conclusion: string
}

/** An expert rates one chapter, concludes and hands in. */
export async function writeExpertise(page: Page, assessmentId: string, expertise: Expertise): Promise<void> {
  await page.goto(`/assessments/${assessmentId}/own`)
  const chapter = page.getByRole('group', { name: chapterText(expertise.chapter) })
  await chapter.getByRole('radio', { name: new RegExp(`^${expertise.level} `) }).check({ force: true })
  await chapter.getByRole('textbox', { name: m.expertise_need({}, locale) }).fill(expertise.need)
  await page.getByRole('textbox', { name: m.expertise_conclusion({}, locale) }).fill(expertise.conclusion)
  await page.getByRole('button', { name: m.expertise_hand_in({}, locale) }).click()
  await expectReceipt(page, m.expertise_receipt_handed_in({}, locale))
}

/** A goal for the whole year, which leads to a wish. */
export async function addLongGoal(page: Page, { text, wish }: { text: string; wish: string }): Promise<void> {
  const add = page.getByRole('region', { name: m.expertise_goal_add_title({}, locale) })
  await add.getByRole('radio', { name: m.expertise_goal_long({}, locale) }).check()
  await add.getByRole('textbox', { name: m.expertise_goal_text({}, locale) }).fill(text)
  await add
    .getByRole('combobox', { name: m.expertise_goal_serves({}, locale) })
    .selectOption({ label: m.expertise_goal_serves_wish({ text: wish }, locale) })
  await add.getByRole('button', { name: m.expertise_goal_add({}, locale) }).click()
  await expectReceipt(page, m.expertise_receipt_goal_saved({}, locale))
}

type ShortGoal = { text: string; serves: string; levels: readonly [string, string, string, string, string] }

/** A goal of the period, which leads to a long one, with its scale; the child stands at the lowest level but one. */
export async function addShortGoal(page: Page, { text, serves, levels }: ShortGoal): Promise<void> {
  const add = page.getByRole('region', { name: m.expertise_goal_add_title({}, locale) })
  await add.getByRole('radio', { name: m.expertise_goal_short({}, locale) }).check()
  await add.getByRole('textbox', { name: m.expertise_goal_text({}, locale) }).fill(text)
  await add
    .getByRole('combobox', { name: m.expertise_goal_serves({}, locale) })
    .selectOption({ label: m.expertise_goal_serves_goal({ text: serves }, locale) })
  await add.getByRole('button', { name: m.expertise_goal_add({}, locale) }).click()
  await expect(page.getByRole('heading', { name: m.expertise_scale_title({}, locale) })).toBeVisible()
  const titles = [
    m.expertise_level_minus_2({}, locale),
    m.expertise_level_minus_1({}, locale),
    m.expertise_level_0({}, locale),
    m.expertise_level_plus_1({}, locale),
    m.expertise_level_plus_2({}, locale),
  ]
  for (const [index, level] of levels.entries()) {
    await page.getByRole('textbox', { name: titles[index] ?? '' }).fill(level)
  }
  await page.getByRole('radio', { name: titles[1] ?? '' }).check()
  await page.getByRole('button', { name: m.expertise_goal_done({}, locale) }).click()
  await expect(page.getByRole('heading', { level: 2, name: m.expertise_agree_title({}, locale) })).toBeVisible()
}

export type AskedService = {
  name: string
  units: number
  minimum: number
  mode?: string
  reason: string
  english?: string
  goals: readonly string[]
}

/** Finds a service in the catalogue and writes what the child needs of it. */
export async function addService(page: Page, assessmentId: string, asked: AskedService): Promise<void> {
  await page.goto(`/assessments/${assessmentId}/services`)
  await page.getByRole('searchbox', { name: m.needs_search({}, locale) }).fill(asked.name)
  await page.getByRole('button', { name: m.needs_search_go({}, locale), exact: true }).click()
  const add = m.needs_add_named({ service: asked.name }, locale)
  await page.getByRole('button', { name: add, exact: true }).click()
  await expectReceipt(page, m.needs_added({ service: asked.name }, locale))
  await page.getByRole('textbox', { name: m.needs_units({}, locale) }).fill(String(asked.units))
  await page.getByRole('textbox', { name: m.needs_minimum({}, locale) }).fill(String(asked.minimum))
  if (asked.mode !== undefined) {
    await page.getByRole('combobox', { name: m.needs_mode({}, locale) }).selectOption({ label: asked.mode })
  }
  await page.getByRole('textbox', { name: m.needs_reason({}, locale) }).fill(asked.reason)
  for (const goal of asked.goals) await page.getByRole('checkbox', { name: goal }).check()
  if (asked.english !== undefined) {
    await page.getByText(m.needs_english({}, locale), { exact: true }).click()
    await page.getByRole('textbox', { name: m.needs_english_reason({}, locale) }).fill(asked.english)
  }
  await page.getByRole('button', { name: m.needs_save({}, locale), exact: true }).click()
  await expectReceipt(page, m.needs_saved({ service: asked.name }, locale))
}
