import { annulPeriods, listPeriodsInUse } from '#app/budget/annul-periods.server.ts'
import { lockImport, markUndone, takeTurn } from '#app/intake/import-store.server.ts'
import { findImportingMunicipality } from '#app/intake/may-import.server.ts'
import type { Dependent } from '#app/intake/rules/dependents.ts'
import type { Importing } from '#app/intake/take-over-group.server.ts'
import { listDependents, listThings, lockMade } from '#app/intake/thing-store.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { removeFamilies } from '#app/people/remove-families.server.ts'
import { withdrawTakenOverPlans } from '#app/plan/write-taken-over-plan.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type UndoImportInput = { importId: string; reason: string }
export type UndoImportRefusal =
  | { kind: 'not-found' }
  | { kind: 'not-done' }
  | { kind: 'reason-needed' }
  | { kind: 'in-use'; dependents: readonly Dependent[] }

export const longestUndoReason = 500

/**
 * Undoes a whole import, in one transaction, while nothing depends on it: plans are withdrawn, their money goes back to
 * the fund by new entries with the reason, periods are annulled, families that came with it are seen by nobody any more.
 * What was here before the import stays. Refused with what depends on it: bookings, later plans, notes.
 */
export async function undoImport(
  ctx: Context,
  { importId, reason: written }: UndoImportInput,
): Promise<Result<{ importId: string }, UndoImportRefusal>> {
  const municipalityId = findImportingMunicipality(ctx)
  if (municipalityId === null) return refuse({ kind: 'not-found' })
  const reason = written.trim().slice(0, longestUndoReason)
  if (reason === '') return refuse({ kind: 'reason-needed' })
  const acting = { ...ctx, actor: { ...ctx.actor, municipalityId } }
  return transact<{ importId: string }, UndoImportRefusal>(
    ctx,
    async (tx) => {
      await takeTurn(tx, municipalityId)
      const found = await lockImport(tx, { municipalityId, importId })
      if (found === null) return refuse({ kind: 'not-found' })
      if (found.state !== 'done' && found.state !== 'failed') return refuse({ kind: 'not-done' })
      await lockMade(tx, importId)
      const dependents = await listDependents(tx, importId)
      if (dependents.length > 0) return refuse({ kind: 'in-use', dependents })
      const inUse = await takeBack(acting, tx, { importId, reason })
      if (inUse > 0) return refuse({ kind: 'in-use', dependents: [{ kind: 'booking', count: inUse }] })
      await markUndone(tx, { importId, by: ctx.actor.personId, at: ctx.clock.now(), reason })
      await recordAudit(ctx, tx, { action: 'import.undo', subject: { kind: 'import', id: importId }, reason })
      return accept({ importId })
    },
    {
      // Somebody booked in the very moment: their money is no longer there to be taken back.
      balance_is_never_negative: { kind: 'in-use', dependents: [{ kind: 'booking', count: 1 }] },
      annulled_holds_nothing: { kind: 'in-use', dependents: [{ kind: 'booking', count: 1 }] },
    },
  )
}

/** Takes back what the import made. Answers in how many periods money is in use, in which case nothing was done. */
async function takeBack(
  acting: Importing,
  tx: Tx,
  { importId, reason }: { importId: string; reason: string },
): Promise<number> {
  const { municipalityId, personId } = acting.actor
  const idsOf = await listThings(tx, importId)
  const at = acting.clock.now()
  const periodIds = idsOf('period')
  const inUse = await listPeriodsInUse(tx, { municipalityId, periodIds })
  if (inUse.length > 0) return inUse.length
  await withdrawTakenOverPlans(acting, tx, { planIds: idsOf('plan'), reason })
  await annulPeriods(tx, { periodIds, cause: { municipalityId, personId, at, reason } })
  const families = {
    municipalityId,
    childIds: idsOf('child'),
    personalCodeIds: idsOf('personal_code'),
    personIds: idsOf('person'),
    roleGrantIds: idsOf('role_grant'),
    guardianshipIds: idsOf('guardianship'),
    caseAssignmentIds: idsOf('case_assignment'),
  }
  await removeFamilies(tx, families, at)
  return 0
}
