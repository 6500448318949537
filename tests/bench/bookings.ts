import { writeTimeChoice } from '#app/schedule/rules/time-choice.ts'
import { startPortal } from '../support/portal-process.ts'
import { targetOf, targetPrice_cents } from './booking-targets.ts'
import type { Sent } from './http-load.ts'
import { runLoad } from './http-load.ts'
import type { Leg } from './pairs.ts'
import { tokenOf } from './world-ids.ts'

const clients = 32
const warmUp_s = 4

/**
 * Bookings through the front door of a portal of its own: every one by another guardian's session, for another child
 * and hour, as a form of our own pages, to the redirect that follows. The portal also writes the mails meanwhile.
 */
export async function bookOverHttp(databaseUrl: string, seconds: number): Promise<Leg> {
  const portal = await startPortal(databaseUrl)
  try {
    const now = Temporal.Now.instant()
    let n = 0
    const next = () => bookingForm(n++, now, portal.address)
    const load = { origin: portal.address, clients, next, expected: 302 }
    await runLoad({ ...load, seconds: warmUp_s })
    return await runLoad({ ...load, seconds })
  } finally {
    await portal.stop()
  }
}

function bookingForm(n: number, now: Temporal.Instant, origin: string): Sent {
  const target = targetOf(n, now)
  const time = writeTimeChoice({ startsAt: target.startsAt.toString(), specialistId: target.specialist })
  return {
    method: 'POST',
    path: `/family/${target.child}/book/${target.line}/${target.offering}/check?${new URLSearchParams({ time })}`,
    headers: {
      Cookie: `session=${tokenOf('guardian', target.guardian)}`,
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: origin,
      'Sec-Fetch-Site': 'same-origin',
    },
    body: new URLSearchParams({ seenPrice: String(targetPrice_cents), requestKey: target.requestKey }).toString(),
  }
}
