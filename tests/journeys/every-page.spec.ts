import type { Page } from '@playwright/test'
import type { Role } from '#app/people/actor.ts'
import { expect, test } from '#tests/support/journey.ts'
import { demoIds } from '../../prisma/demo/people.ts'
import { lookAtPage } from './steps/look-at-page.ts'
import type { DemoRows } from './steps/read-demo-rows.ts'
import { readDemoRows } from './steps/read-demo-rows.ts'
import { signInAs } from './steps/sign-in-as.ts'

const child = demoIds.child('emils')
const family = `/family/${child}`

type Visit = { key: string; role: Role; isFamily?: boolean; what?: string }

/** The pages that people open most, by hat; the journeys come by the others. */
const pages: (Visit & { paths: string[] })[] = [
  {
    key: 'agnese',
    role: 'guardian',
    isFamily: true,
    paths: [family, `${family}/plan`, `${family}/book`, `${family}/bookings`, `${family}/bookings?show=past`, '/role'],
  },
  { key: 'anita', role: 'guardian', isFamily: true, paths: [`/family/${demoIds.child('rihards')}`] },
  { key: 'laura', role: 'guardian', isFamily: true, paths: [`/family/${demoIds.child('tince')}`] },
  { key: 'kristine', role: 'specialist', paths: ['/provider', '/provider/availability'] },
  { key: 'manager of assistants', role: 'provider_manager', paths: ['/provider', '/provider/payouts'] },
  {
    key: 'sanita',
    role: 'social_worker',
    paths: ['/municipality/families', `/municipality/families/${child}`, '/municipality/deliveries?show=all'],
  },
  { key: 'inese', role: 'finance_officer', paths: ['/municipality/payouts'] },
  {
    key: 'arvis',
    role: 'municipality_administrator',
    paths: ['/assessments', '/municipality/policy', '/municipality/policy/prices', '/municipality/imports'],
  },
]

/** The pages of an assessment and of what follows from it, at the step where each child of the demo is. */
const stepPages: (Visit & { paths: (rows: DemoRows) => Promise<string[]> })[] = [
  {
    key: 'uldis',
    role: 'expert',
    what: 'of an assessment that is proposed',
    paths: async (rows) => {
      const made = await rows.openAssessment('made')
      const here = `/assessments/${made}`
      return [
        '/assessments',
        here,
        `${here}/own`,
        `${here}/experts/${demoIds.person('ginters')}`,
        `${here}/goals`,
        `${here}/goals/${await rows.scaledGoal(made)}`,
        `${here}/services`,
        `${here}/services/${await rows.assessedService(made)}`,
        `${here}/ranking`,
      ]
    },
  },
  {
    key: 'uldis',
    role: 'expert',
    what: 'before and after that',
    paths: async (rows) => {
      const undine = `/assessments/${await rows.openAssessment('undine')}`
      const austris = `/plans/${await rows.plan('austris', 'draft')}`
      const tince = `/assessments/${await rows.openAssessment('tince')}/looking-back`
      return [undine, `${undine}/own`, `${undine}/goals`, `${undine}/services`, `${undine}/ranking`, austris, tince]
    },
  },
  {
    key: 'sanita',
    role: 'social_worker',
    what: 'of assessments and plans',
    paths: async (rows) => [
      '/assessments?show=family',
      `/assessments/${await rows.openAssessment('undine')}`,
      `/assessments/${await rows.openAssessment('made')}/plan`,
      `/plans/${await rows.plan('austris', 'draft')}`,
      `/municipality/families/${demoIds.child('darta')}/assessments/new`,
      `/municipality/families/${demoIds.child('elza')}/plan`,
      `/municipality/families/${child}/goals`,
    ],
  },
  {
    key: 'elina',
    role: 'guardian',
    isFamily: true,
    paths: async () => {
      const made = `/family/${demoIds.child('made')}/assessment`
      return [made, `${made}/wishes`, `${made}/services`, `${made}/ranking`]
    },
  },
  {
    key: 'agnese',
    role: 'guardian',
    isFamily: true,
    what: 'of a plan in force',
    paths: async (rows) => [
      `${family}/plan/changes`,
      `${family}/decisions/${await rows.plan('emils', 'approved')}`,
      `${family}/goals`,
    ],
  },
  {
    key: 'laura',
    role: 'guardian',
    isFamily: true,
    what: 'at the end of a period',
    paths: async () => [`/family/${demoIds.child('tince')}/goals`, `/family/${demoIds.child('tince')}/evaluation`],
  },
  {
    key: 'baiba',
    role: 'guardian',
    isFamily: true,
    paths: async (rows) => [
      `/family/${demoIds.child('austris')}`,
      `/family/${demoIds.child('austris')}/decisions/${await rows.plan('austris', 'draft')}`,
    ],
  },
  {
    key: 'liene',
    role: 'specialist',
    paths: async (rows) => {
      const session = `/provider/sessions/${await rows.deliveredSession('tince', 'music-therapy')}`
      return [`${session}/notes`, `${session}/suggest`]
    },
  },
]

for (const visit of pages) {
  test(`what ${visit.role} ${visit.key} sees most, in both languages`, async ({ page, context, portal }) => {
    await signInAs(context, { ...visit, address: portal.address })
    await lookAtAll(page, { ...visit, address: portal.address })
  })
}

for (const { paths, what = 'of the steps to a plan', ...visit } of stepPages) {
  test(`what ${visit.role} ${visit.key} sees ${what}, in both languages`, async ({ page, context, portal }) => {
    test.setTimeout(180_000)
    await signInAs(context, { ...visit, address: portal.address })
    const rows = await readDemoRows(portal)
    try {
      await lookAtAll(page, { ...visit, paths: await paths(rows), address: portal.address })
    } finally {
      await rows.close()
    }
  })
}

type Tour = { paths: readonly string[]; isFamily?: boolean; address: string }

async function lookAtAll(page: Page, { paths, isFamily = false, address }: Tour): Promise<void> {
  for (const locale of ['en', 'lv'] as const) {
    await speak(page, { locale, address })
    for (const path of paths) {
      await page.goto(path)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      // Colours are the same in every language.
      await lookAtPage(page, { isFamily, isDarkToo: locale === 'lv' })
    }
  }
}

async function speak(page: Page, { locale, address }: { locale: 'lv' | 'en'; address: string }): Promise<void> {
  const form = { locale }
  await page.request.post(`${address}/preferences`, { form, headers: { Origin: address }, maxRedirects: 0 })
}
