import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { putPolicy } from '#app/plan/policy-store.server.ts'
import type { PolicyValues, RangedField } from '#app/plan/rules/policy.ts'
import { policyRanges } from '#app/plan/rules/policy.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

export type DecidePolicyInput = { validFrom: Temporal.PlainDate; values: PolicyValues }
export type DecidePolicyRefusal =
  | { kind: 'not-found' }
  /** What holds today or held before is never changed. */
  | { kind: 'not-ahead'; earliest: Temporal.PlainDate }
  | { kind: 'out-of-range'; field: keyof PolicyValues }

const ranged: readonly RangedField[] = [
  'periodMonths',
  'lapseAfterDays',
  'appealDays',
  'freeCancellationHours',
  'lateChargePercent',
  'lateChargesPerPeriod',
  'silentAcceptanceDays',
  'payoutDayOfMonth',
]

/**
 * Decides the policy from a day ahead, tomorrow at the earliest; a version that was decided for the same day is
 * replaced. Plans and bookings that were made keep what they were made with.
 */
export async function decidePolicy(
  ctx: Context,
  { validFrom, values }: DecidePolicyInput,
): Promise<Result<{ policyId: string }, DecidePolicyRefusal>> {
  const { municipalityId, role, personId } = ctx.actor
  if (municipalityId === null || role !== 'municipality_administrator') return refuse({ kind: 'not-found' })
  const at = ctx.clock.now()
  const earliest = dateOf(at).add({ days: 1 })
  if (Temporal.PlainDate.compare(validFrom, earliest) < 0) return refuse({ kind: 'not-ahead', earliest })
  const field = outOfRange(values)
  if (field !== null) return refuse({ kind: 'out-of-range', field })

  return transact<{ policyId: string }, DecidePolicyRefusal>(ctx, async (tx) => {
    const policyId = await putPolicy(tx, { municipalityId, validFrom: validFrom.toString(), values, at, by: personId })
    await recordAudit(ctx, tx, { action: 'policy.decide', subject: { kind: 'municipality_policy', id: policyId } })
    return accept({ policyId })
  })
}

/** The first value that no policy can have, or null. */
function outOfRange(values: PolicyValues): keyof PolicyValues | null {
  const isWithin = (value: number, [least, most]: readonly [number, number]) =>
    Number.isInteger(value) && value >= least && value <= most
  if (!isWithin(values.expertTenths, [0, 10])) return 'expertTenths'
  if (!isWithin(values.budget, [1, 2_000_000_000])) return 'budget'
  if (values.appealToLv.trim() === '') return 'appealToLv'
  if (values.appealToEn.trim() === '') return 'appealToEn'
  return ranged.find((field) => !isWithin(values[field], policyRanges[field])) ?? null
}
