import { dateOf } from '#app/platform/time.ts'
import { idOf } from './world-ids.ts'

/** One session that nobody has booked yet: a family, and a specialist's free afternoon hour. */
export type Target = {
  child: string
  line: string
  person: string
  service: string
  provider: string
  offering: string
  specialist: string
  period: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  blockedUntil: Temporal.Instant
  requestKey: string
  guardian: number
}

/** What one unit costs in the bulk data, in cents. */
export const targetPrice_cents = 3_200

const providers = 256
const specialists = providers * 4
/** A multiple of the specialists, so that two targets never share a specialist's hour. */
const families = 9 * specialists
const hoursEach = 8

/** The n-th of a hundred thousand sessions in the world of ten thousand children; no two of them meet. */
export function targetOf(n: number, now: Temporal.Instant): Target {
  const k = n % families
  const provider = k % providers
  const specialist = provider * 4 + (Math.floor(k / providers) % 4)
  const turn = Math.floor(n / specialists)
  const startsAt = dateOf(now)
    .add({ days: 2 + Math.floor(turn / hoursEach) })
    .toZonedDateTime({ timeZone: 'Europe/Riga', plainTime: { hour: 12 + (turn % hoursEach) } })
    .toInstant()
  return {
    child: idOf('child', k),
    line: idOf('line', k * 4),
    person: idOf('guardian', k),
    service: idOf('service', k % 8),
    provider: idOf('provider', provider),
    offering: idOf('offering', provider * 2),
    specialist: idOf('specialist', specialist),
    period: idOf('period', k),
    startsAt,
    endsAt: startsAt.add({ minutes: 45 }),
    blockedUntil: startsAt.add({ hours: 1 }),
    requestKey: crypto.randomUUID(),
    guardian: k,
  }
}
