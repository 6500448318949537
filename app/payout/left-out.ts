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

export function leftOutRow({
  candidate,
  reasons,
}: {
  candidate: Candidate
  reasons: readonly ReasonLeftOut[]
}): LeftOutRow {
  const { deliveryId, bookingId, providerId, providerName, childName, serviceLv, serviceEn, startsAt, amount } =
    candidate
  const who = { deliveryId, bookingId, providerId, providerName, childName, serviceLv, serviceEn, amount }
  return { ...who, startsAt: startsAt.toString(), reasons }
}
