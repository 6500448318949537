import type { Locator } from '@playwright/test'
import { m } from '#app/paraglide/messages.js'
import { expect } from '#tests/support/journey.ts'
import { wordsOf } from './choose-time.ts'

const locale = { locale: 'lv' } as const
const anyPlace = { place: '*', total: '*' }

/** The services of an order from top to bottom. */
export async function readOrder(list: Locator): Promise<string[]> {
  await expect(list).toBeVisible()
  return list.getByRole('listitem').locator('b').allTextContents()
}

/** The button that lifts a service, by the name a screen reader says. */
export function liftButton(list: Locator, title: string): Locator {
  return list.getByRole('button', { name: wordsOf(m.needs_rank_up({ title, ...anyPlace }, locale)) })
}

/** The button that gives a service the place of the one above. */
export function joinButton(list: Locator, title: string): Locator {
  return list.getByRole('button', { name: wordsOf(m.needs_rank_join({ title, ...anyPlace }, locale)) })
}

/** Presses the arrows until the list reads like this. For lists without ties. */
export async function putInOrder(list: Locator, wanted: readonly string[]): Promise<void> {
  for (const [place, title] of wanted.entries()) {
    for (let at = (await readOrder(list)).indexOf(title); at > place; at -= 1) await liftButton(list, title).click()
  }
  await expect(list.getByRole('listitem').locator('b')).toHaveText([...wanted])
}
