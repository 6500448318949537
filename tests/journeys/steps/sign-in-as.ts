import type { BrowserContext } from '@playwright/test'
import type { Role } from '#app/people/actor.ts'
import { personActor } from '../../../prisma/demo/cast.ts'

/** Signs a browser in as somebody of the demonstration, with one form and without the page around it. */
export async function signInAs(
  context: BrowserContext,
  { key, role, address }: { key: string; role: Role; address: string },
): Promise<void> {
  const answer = await context.request.post(`${address}/sign-in/demo`, {
    form: { roleGrantId: personActor(key, role).roleGrantId },
    headers: { Origin: address },
    maxRedirects: 0,
  })
  if (answer.status() !== 302) throw new Error(`${key} was not signed in: ${answer.status()}`)
}
