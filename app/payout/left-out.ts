import type { Cents } from '#app/platform/money.ts'
import type { Candidate } from './candidate-store.server.ts'
import type { ReasonLeftOut } from './rules/eligibility.ts'

/** A delivery that a run does not pay, as screens show it. */
export type LeftOutRow = {
  deliveryId: string
  bookingId: string
  providerId: string
  providerName: string
  childName: string
  serviceLv: string
  serviceEn: string
  /** ISO instant. */
  startsAt: string
  amount: Cents
  reasons: readonly ReasonLeftOut[]
}

type LeftOut = { candidate: Candidate; reasons: readonly ReasonLeftOut[] }

/** In the order in which the sessions took place. */
export function leftOutRows(leftOut: readonly LeftOut[]): LeftOutRow[] {
  return leftOut
    .toSorted((one, other) => Temporal.Instant.compare(one.candidate.startsAt, other.candidate.startsAt))
    .map(leftOutRow)
}

function leftOutRow({ candidate, reasons }: LeftOut): LeftOutRow {
  const { deliveryId, bookingId, providerId, providerName, childName, serviceLv, serviceEn, startsAt, amount } =
    candidate
  const who = { deliveryId, bookingId, providerId, providerName, childName, serviceLv, serviceEn, amount }
  return { ...who, startsAt: startsAt.toString(), reasons }
}
