import { listRunning, lockImport, markFinished, recount, takeTurn } from '#app/intake/import-store.server.ts'
import type { StoredImport } from '#app/intake/import-store.server.ts'
import type { IntakeVault } from '#app/intake/intake-vault.server.ts'
import { loadLists } from '#app/intake/list-store.server.ts'
import type { RowOutcome, StoredRow } from '#app/intake/row-store.server.ts'
import { listNextGroups, updateRows } from '#app/intake/row-store.server.ts'
import type { IntakeLists } from '#app/intake/rules/family-row.ts'
import { checkRow } from '#app/intake/rules/check-row.ts'
import type { NumberedRow } from '#app/intake/rules/group-rows.ts'
import { groupRows, groupsOf } from '#app/intake/rules/group-rows.ts'
import type { Reason } from '#app/intake/rules/reasons.ts'
import { isRefusal } from '#app/intake/rules/reasons.ts'
import type { GroupOutcome, GroupRefusal, Importing } from '#app/intake/take-over-group.server.ts'
import { takeOverGroup } from '#app/intake/take-over-group.server.ts'
import type { Thing } from '#app/intake/thing-store.server.ts'
import { insertThings } from '#app/intake/thing-store.server.ts'
import type { SystemContext } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { loadFundingBasis } from '#app/plan/get-funding-basis.server.ts'
import type { FundingBasis } from '#app/plan/rules/funding-policy.ts'
import { readFund } from '#app/plan/write-taken-over-plan.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read, transact } from '#app/platform/db/transact.server.ts'
import type { DatabaseRefusal } from '#app/platform/db/try-within.server.ts'
import { tryWithin } from '#app/platform/db/try-within.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'
import { tryEach } from '#app/platform/try-each.ts'

/** Families and periods taken over by one transaction: others wait for the fund no longer than that takes. */
const groupsInABatch = 25

/**
 * Goes on with the imports that were started in this municipality, batch by batch, until all are done or `mayGoOn` says
 * no. A batch is done or not done, and rows say how far it got: whoever comes next goes on from there.
 */
export async function runImports(
  ctx: SystemContext,
  { vault, mayGoOn }: { vault: IntakeVault; mayGoOn: () => boolean },
): Promise<{ isDone: boolean }> {
  const municipalityId = ctx.scope.tenant
  if (municipalityId === null) return { isDone: true }
  let isDone = true
  await tryEach(await read(ctx, (tx) => listRunning(tx, municipalityId)), async (importId) => {
    for (let more = true; more;) {
      isDone = mayGoOn()
      if (!isDone) return
      more = await runBatch(ctx, { municipalityId, importId, vault })
    }
  })
  return { isDone }
}

type Batch = { municipalityId: string; importId: string; vault: IntakeVault }

/** Does the next few groups of an import. Answers whether more may wait. */
async function runBatch(ctx: SystemContext, batch: Batch): Promise<boolean> {
  const { municipalityId, importId } = batch
  const result = await transact<boolean, never>(ctx, async (tx) => {
    await takeTurn(tx, municipalityId)
    const found = await lockImport(tx, { municipalityId, importId })
    if (found?.state !== 'running' || found.startedById === null) return accept(false)
    const actor = { personId: found.startedById, role: 'municipality_administrator' as const, municipalityId }
    const acting = { clock: ctx.clock, requestId: ctx.requestId, actor }
    const stored = await listNextGroups(tx, { importId, groups: groupsInABatch })
    const rows = openRows(stored, batch)
    if (stored.length === 0 || rows === null) {
      const failure = rows === null ? 'cells-unreadable' : undefined
      await end(acting, tx, { importId, failure })
      return accept(false)
    }
    await doGroups(acting, tx, { ...batch, found, rows })
    await recount(tx, importId)
    return accept(true)
  })
  return result.ok && result.value
}

async function end(
  acting: Importing,
  tx: Tx,
  { importId, failure }: { importId: string; failure: string | undefined },
): Promise<void> {
  const how = failure === undefined ? { state: 'done' as const } : { state: 'failed' as const, failure }
  await markFinished(tx, importId, { ...how, at: acting.clock.now() })
  await recordAudit(acting, tx, { action: `import.${how.state}`, subject: { kind: 'import', id: importId } })
}

type OpenRow = { rowNumber: number; cells: string[] }

/** The cells of rows; null when they were sealed with a secret that this installation no longer has. */
function openRows(stored: readonly StoredRow[], { importId, vault }: Batch): OpenRow[] | null {
  try {
    return stored.map(({ rowNumber, sealed }) => ({ rowNumber, cells: vault.open({ importId, rowNumber }, sealed) }))
  } catch {
    // Nothing can be done about it here; the import ends and says so.
    return null
  }
}

async function doGroups(
  acting: Importing,
  tx: Tx,
  { municipalityId, importId, vault, found, rows }: Batch & { found: StoredImport; rows: readonly OpenRow[] },
): Promise<void> {
  const today = dateOf(acting.clock.now())
  const lists = await loadLists(tx, { municipalityId, today })
  const serviceIds = lists.services.map((service) => service.id)
  const basis = await loadFundingBasis(tx, { municipalityId, serviceIds, on: today })
  const checked = checkAgain(rows, { found, lists })
  const outcomes: RowOutcome[] = []
  const things: Thing[] = []
  for (const group of groupsOf(checked).values()) {
    const done = await doGroup(acting, tx, { group, basis, vault })
    outcomes.push(...done.outcomes)
    things.push(...done.things)
  }
  await updateRows(tx, importId, outcomes)
  if (things.length > 0) await insertThings(tx, { municipalityId, importId, things })
}

/** The municipality may have changed since the preview: prices, colleagues. */
function checkAgain(
  rows: readonly OpenRow[],
  { found, lists }: { found: StoredImport; lists: IntakeLists },
): NumberedRow[] {
  const matching = found.matching ?? {}
  return groupRows(rows.map(({ rowNumber, cells }) => ({ rowNumber, ...checkRow(cells, matching, lists) })))
}

type Done = { outcomes: RowOutcome[]; things: Thing[] }

async function doGroup(
  acting: Importing,
  tx: Tx,
  { group, basis, vault }: { group: readonly NumberedRow[]; basis: FundingBasis | null; vault: IntakeVault },
): Promise<Done> {
  const rows = group.flatMap(({ row }) => (row === null ? [] : [row]))
  const [first] = group
  if (first === undefined || group.some(({ reasons }) => reasons.some(isRefusal))) {
    return { outcomes: group.map(({ rowNumber, reasons }) => ({ rowNumber, state: 'refused', reasons })), things: [] }
  }
  const taken = await tryWithin(tx, () => takeOverGroup(acting, tx, { rows, basis, vault }))
  if (!taken.ok) {
    const reason = await reasonOf(acting, tx, taken, rows[0]?.plan?.budget ?? 0)
    const outcomes = group.map(({ rowNumber, reasons }) => ({
      rowNumber,
      state: 'refused' as const,
      reasons: [...reasons, reason],
    }))
    return { outcomes, things: [] }
  }
  const { made } = taken.value
  const state = made.length === 0 ? ('unchanged' as const) : ('accepted' as const)
  return {
    outcomes: group.map(({ rowNumber, reasons }) => ({ rowNumber, state, reasons })),
    things: made.map((thing) => ({ ...thing, rowNumber: first.rowNumber })),
  }
}

async function reasonOf(
  acting: Importing,
  tx: Tx,
  { refusal }: Extract<Result<GroupOutcome, GroupRefusal | DatabaseRefusal>, { ok: false }>,
  budget: number,
): Promise<Reason> {
  if (refusal.kind === 'refused') return refusal.reason
  if (refusal.constraint !== 'balance_is_never_negative') return { code: 'not-possible', column: null }
  return { code: 'fund-short', column: 'budget', values: [String(await readFund(acting, tx)), String(budget)] }
}
