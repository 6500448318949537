import { writeTimeChoice } from '#app/schedule/rules/time-choice.ts'
import { targetOf } from './booking-targets.ts'
import { idOf, tokenOf } from './world-ids.ts'

export type Page = {
  name: string
  path: string
  /** The session of whoever opens it. */
  token: string
  /** On the way of a family from home to a booked session. */
  isMainJourney: boolean
}

/** The pages that are counted and weighed, in the bulk data; the same for ten children and ten thousand. */
export function pagesOf(now: Temporal.Instant): Page[] {
  const child = `/family/${idOf('child', 0)}`
  const target = targetOf(0, now)
  const line = `${child}/book/${target.line}`
  const time = writeTimeChoice({ startsAt: target.startsAt.toString(), specialistId: target.specialist })
  const family = (name: string, path: string): Page => ({
    name,
    path,
    token: tokenOf('guardian', 0),
    isMainJourney: true,
  })
  const staff = (n: number, name: string, path: string): Page => ({
    name,
    path,
    token: tokenOf('staff', n),
    isMainJourney: false,
  })
  return [
    family('Parent: home', child),
    family('Parent: plan', `${child}/plan`),
    family('Parent: what to book', `${child}/book`),
    family('Parent: providers of a service', line),
    family('Parent: provider and free times', `${line}/${target.offering}`),
    family('Parent: check your answers', `${line}/${target.offering}/check?${new URLSearchParams({ time })}`),
    family('Parent: my bookings', `${child}/bookings`),
    family('Parent: one booking', `${child}/bookings/${idOf('booking', 5)}`),
    staff(2, 'Provider: week', '/provider'),
    staff(2, 'Provider: payouts', '/provider/payouts'),
    staff(0, 'Municipality: families', '/municipality/families'),
    staff(0, 'Municipality: one family', `/municipality/families/${idOf('child', 0)}`),
    staff(0, 'Municipality: deliveries', '/municipality/deliveries'),
    staff(0, 'Municipality: payout runs', '/municipality/payouts'),
    staff(0, 'Municipality: payout run', `/municipality/payouts/${idOf('run', 2)}`),
  ]
}
