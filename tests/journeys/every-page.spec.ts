import type { Page } from '@playwright/test'
import type { Role } from '#app/people/actor.ts'
import { expect, test } from '#tests/support/journey.ts'
import { demoIds } from '../../prisma/demo/people.ts'
import { lookAtPage } from './steps/look-at-page.ts'
import { signInAs } from './steps/sign-in-as.ts'

const child = demoIds.child('emils')
const family = `/family/${child}`

/** The pages that people open most, by hat; the journeys come by the others. */
const pages: { key: string; role: Role; paths: string[]; isFamily?: boolean }[] = [
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
]

for (const { key, role, paths, isFamily = false } of pages) {
  test(`what ${role} ${key} sees most, in both languages`, async ({ page, context, portal }) => {
    await signInAs(context, { key, role, address: portal.address })
    for (const locale of ['en', 'lv'] as const) {
      await speak(page, { locale, address: portal.address })
      for (const path of paths) {
        await page.goto(path)
        await expect(page.locator('html')).toHaveAttribute('lang', locale)
        // Colours are the same in every language.
        await lookAtPage(page, { isFamily, isDarkToo: locale === 'lv' })
      }
    }
  })
}

async function speak(page: Page, { locale, address }: { locale: 'lv' | 'en'; address: string }): Promise<void> {
  const form = { locale }
  await page.request.post(`${address}/preferences`, { form, headers: { Origin: address }, maxRedirects: 0 })
}
