import type { Cause } from '#app/budget/post-transfer.server.ts'
import { postBetween } from '#app/budget/post-transfer.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import type { Cents } from '#app/platform/money.ts'

/** Opens a municipality's programme: the outside grant account and the fund, both empty. Once per municipality. */
export async function openFund(tx: Tx, municipalityId: string): Promise<void> {
  await tx.account.createMany({
    data: [
      { municipality_id: municipalityId, kind: 'grant' },
      { municipality_id: municipalityId, kind: 'fund' },
    ],
  })
}

/** Puts granted money into the programme fund. */
export async function grantToFund(tx: Tx, { amount, cause }: { amount: Cents; cause: Cause }): Promise<void> {
  await postBetween(tx, { kind: 'fund_grant', from: { kind: 'grant' }, to: { kind: 'fund' }, amount, cause })
}

/** Opens a period of a child with its unassigned account, and no money yet. Answers the period's id. */
export async function openPeriod(
  tx: Tx,
  {
    municipalityId,
    childId,
    startsOn,
    endsBefore,
  }: { municipalityId: string; childId: string; startsOn: Temporal.PlainDate; endsBefore: Temporal.PlainDate },
): Promise<string> {
  const period = await tx.budgetPeriod.create({
    data: {
      municipality_id: municipalityId,
      child_id: childId,
      starts_on: new Date(startsOn.toString()),
      ends_before: new Date(endsBefore.toString()),
    },
    select: { id: true },
  })
  await tx.account.create({ data: { municipality_id: municipalityId, kind: 'unassigned', period_id: period.id } })
  return period.id
}

/**
 * Allocates an individual budget out of the fund: it becomes the period's, still unassigned. A fund that does not
 * reach refuses with the constraint `balance_is_never_negative`.
 */
export async function allocateToPeriod(
  tx: Tx,
  { periodId, amount, cause }: { periodId: string; amount: Cents; cause: Cause },
): Promise<void> {
  await postBetween(tx, {
    kind: 'allocate',
    from: { kind: 'fund' },
    to: { kind: 'unassigned', periodId },
    amount,
    cause,
  })
}

/** Gives a service of the plan its money, opening its accounts. Answers the budget line's id. */
export async function assignToLine(
  tx: Tx,
  { periodId, serviceId, amount, cause }: { periodId: string; serviceId: string; amount: Cents; cause: Cause },
): Promise<string> {
  const budgetLineId = await openLine(tx, { municipalityId: cause.municipalityId, periodId, serviceId })
  await assignToOpenLine(tx, { periodId, budgetLineId, amount, cause })
  return budgetLineId
}

/** Gives a line that is open already more of the period's unassigned money. */
export async function assignToOpenLine(
  tx: Tx,
  { periodId, budgetLineId, amount, cause }: { periodId: string; budgetLineId: string; amount: Cents; cause: Cause },
): Promise<void> {
  await postBetween(tx, {
    kind: 'assign',
    from: { kind: 'unassigned', periodId },
    to: { kind: 'available', budgetLineId },
    amount,
    cause,
  })
}

/** Opens the line of a service in a period with its five accounts, all empty. Answers the line's id. */
export async function openLine(
  tx: Tx,
  { municipalityId, periodId, serviceId }: { municipalityId: string; periodId: string; serviceId: string },
): Promise<string> {
  const line = await tx.budgetLine.create({
    data: { municipality_id: municipalityId, period_id: periodId, service_id: serviceId },
    select: { id: true },
  })
  await tx.account.createMany({
    data: (['available', 'reserved', 'delivered', 'in_transit', 'paid'] as const).map((kind) => ({
      municipality_id: municipalityId,
      kind,
      period_id: periodId,
      budget_line_id: line.id,
    })),
  })
  return line.id
}
