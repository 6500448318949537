import type { Context } from '#app/people/context.server.ts'
import { deleteAddedLine, insertAddedLine, listServicesToAdd } from '#app/plan/added-line-store.server.ts'
import type { RevisionRow, SavedLine } from '#app/plan/revision-store.server.ts'
import { findRevision, updateRevision } from '#app/plan/revision-store.server.ts'
import { moveFreeMoney } from '#app/plan/rules/move-free-money.ts'
import { amountOf, mostAmount, mostUnits, revisedUnassigned } from '#app/plan/rules/revised-lines.ts'
import { listedLines } from '#app/plan/rules/revision-view.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { zeroCents } from '#app/platform/money.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'

export type EditRevisionRefusal =
  | { kind: 'not-found' }
  /** Offered for signing, approved or given up by now. */
  | { kind: 'not-a-draft' }
  | { kind: 'units-not-whole'; serviceId: string }
  | { kind: 'conflict'; now: RevisionRow }
  | { kind: 'service-not-free' }
  | { kind: 'reason-needed' }
  /** The line has no free money to move. */
  | { kind: 'nothing-free' }

export type RevisionSaved = { editVersion: number; savedAt: string }

type Draft = { planId: string; editVersion: number }
type Edit = Omit<Parameters<typeof updateRevision>[1], 'planId' | 'editVersion' | 'by' | 'at' | 'unassigned'>

/**
 * Saves a draft as it was typed: units and a reason a line, and the reason of the whole. Lines that are not named stay.
 * What is below the floor or above the budget is saved too and refused when the draft is offered for signing. Of two
 * editors the second is shown what the first wrote.
 */
export async function saveRevision(
  ctx: Context,
  input: Draft & { reason: string; lines: readonly SavedLine[] },
): Promise<Result<RevisionSaved, EditRevisionRefusal>> {
  const wrong = input.lines.find(({ units }) => !Number.isSafeInteger(units) || units < 0 || units > mostUnits)
  if (wrong !== undefined) return refuse({ kind: 'units-not-whole', serviceId: wrong.serviceId })
  return edit(ctx, input, async () => accept({ reason: input.reason.trim(), lines: input.lines }))
}

/** Adds a service of the catalogue to a draft, at the price cap of the day, with units and the reason why. */
export async function addRevisedService(
  ctx: Context,
  input: Draft & { serviceId: string; units: number; why: string },
): Promise<Result<RevisionSaved, EditRevisionRefusal>> {
  const { serviceId, units } = input
  if (!Number.isSafeInteger(units) || units < 1 || units > mostUnits) {
    return refuse({ kind: 'units-not-whole', serviceId })
  }
  if (input.why.trim() === '') return refuse({ kind: 'reason-needed' })
  return edit(ctx, input, async (tx, draft) => {
    const services = await listServicesToAdd(tx, { planId: draft.planId, on: dateOf(ctx.clock.now()) })
    const service = services.find((item) => item.serviceId === serviceId)
    if (service === undefined) return refuse({ kind: 'service-not-free' })
    const { planId } = draft
    await insertAddedLine(tx, { planId, serviceId, units, unitPrice: service.unitPrice, reason: input.why.trim() })
    return accept({ reason: draft.reason, lines: [{ serviceId, units, reason: input.why.trim() }] })
  })
}

/** Takes a service off a draft again that the version in force does not list. */
export async function removeRevisedService(
  ctx: Context,
  input: Draft & { serviceId: string },
): Promise<Result<RevisionSaved, EditRevisionRefusal>> {
  return edit(ctx, input, async (tx, draft) => {
    const line = draft.lines.find((item) => item.serviceId === input.serviceId)
    if (line === undefined || !line.isNew) return refuse({ kind: 'service-not-free' })
    await deleteAddedLine(tx, { planId: draft.planId, serviceId: line.serviceId })
    return accept({ reason: draft.reason, lines: [] })
  })
}

/**
 * Moves the free money of a line that cannot be delivered to the next services below the funding line, in the draft: the
 * page has shown who gets how much. `why` becomes the reason of every line it changes that has none yet.
 */
export async function moveLineOn(
  ctx: Context,
  input: Draft & { serviceId: string; why: string },
): Promise<Result<RevisionSaved, EditRevisionRefusal>> {
  const why = input.why.trim()
  if (why === '') return refuse({ kind: 'reason-needed' })
  return edit(ctx, input, async (_tx, draft) => {
    const moved = moveFreeMoney(draft.budget, listedLines(draft.lines), input.serviceId)
    if (moved === null) return refuse({ kind: 'nothing-free' })
    const lines = draft.lines.flatMap((line): SavedLine[] => {
      const gain = moved.gains.find(({ serviceId }) => serviceId === line.serviceId)
      const units = line.serviceId === input.serviceId ? moved.unitsKept : line.units + (gain?.units ?? 0)
      return units === line.units ? [] : [{ serviceId: line.serviceId, units, reason: line.reason || why }]
    })
    return accept({ reason: draft.reason, lines })
  })
}

async function edit(
  ctx: Context,
  { planId, editVersion }: Draft,
  change: (tx: Tx, draft: RevisionRow) => Promise<Result<Edit, EditRevisionRefusal>>,
): Promise<Result<RevisionSaved, EditRevisionRefusal>> {
  if (!mayApprovePlans(ctx.actor.role)) return refuse({ kind: 'not-found' })
  const at = ctx.clock.now()
  return transact<RevisionSaved, EditRevisionRefusal>(ctx, async (tx) => {
    const draft = await findRevision(ctx, tx, { planId, lock: true })
    if (draft === null) return refuse({ kind: 'not-found' })
    if (draft.state !== 'draft' || draft.isSealed) return refuse({ kind: 'not-a-draft' })
    if (draft.editVersion !== editVersion) return refuse({ kind: 'conflict', now: draft })
    const changed = await change(tx, draft)
    if (!changed.ok) return changed
    const typed = new Map(changed.value.lines.map((line) => [line.serviceId, line]))
    const after = await findRevision(ctx, tx, { planId })
    const lines = (after ?? draft).lines.map((line) => ({
      ...line,
      units: typed.get(line.serviceId)?.units ?? line.units,
    }))
    // More than the columns of money hold is a slip of the pen, not a wish.
    const slip = lines.find((line) => amountOf(line) > mostAmount)
    if (slip !== undefined) return refuse({ kind: 'units-not-whole', serviceId: slip.serviceId })
    const left = revisedUnassigned(draft.budget, lines)
    const unassigned = left < 0 ? zeroCents : left
    await updateRevision(tx, { planId, editVersion, ...changed.value, unassigned, by: ctx.actor.personId, at })
    return accept({ editVersion: editVersion + 1, savedAt: at.toString() })
  })
}
