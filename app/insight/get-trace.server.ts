import { z } from 'zod'
import type { Role } from '#app/people/actor.ts'
import type { Context, SystemContext } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { addUpTrace, differenceOf, expectedStanding, nothingStanding, type Standing } from './rules/add-up-trace.ts'
import type { Focus, Looking, TraceLine, TraceSession, TraceTransfer } from './trace-store.server.ts'
import {
  findCauseOfEntry,
  findFocus,
  findTraceLine,
  listLineBalances,
  listTraceSessions,
  listTraceTransfers,
} from './trace-store.server.ts'

export type Trace = {
  focus: Focus
  /** The one plan line behind it; null when there are several or none. */
  line: TraceLine | null
  sessions: readonly TraceSession[]
  /** Ledger entries in order, each with what is held here after it. At most {@link mostEntries}; sums are of all. */
  entries: readonly (TraceTransfer & { after: Cents })[]
  entryCount: number
  standing: Standing
  total: Cents
  /** What the entries come to less what the accounts or the bookings say; zero when every cent is accounted for. */
  difference: Cents
}

const mostEntries = 500
const staff: readonly Role[] = ['social_worker', 'finance_officer', 'payout_approver', 'municipality_administrator']
const identifier = z.union([z.uuid(), z.string().regex(/^[1-9]\d{0,17}$/)])

/**
 * The way of every cent behind an id: a plan line, booking, delivery, payout, run, any other cause of a transfer, or
 * the number of a ledger entry. For staff of the municipality, social workers only where they look after the family.
 * Written down as a reading of the file.
 */
export async function getTrace(ctx: Context, { id }: { id: string }): Promise<Result<Trace, { kind: 'not-found' }>> {
  const { actor, clock } = ctx
  if (actor.municipalityId === null || !staff.includes(actor.role)) return refuse({ kind: 'not-found' })
  const municipalityId = actor.municipalityId
  return transact<Trace, { kind: 'not-found' }>(ctx, async (tx) => {
    const trace = await traceOf(tx, { actor, clock, municipalityId }, id)
    if (trace === null) return refuse({ kind: 'not-found' })
    await recordAudit(ctx, tx, { action: 'trace.read', subject: { kind: trace.focus.kind, id: trace.focus.id } })
    return accept(trace)
  })
}

/** The same for the administrator's command line, in one municipality. */
export async function getTraceAsSystem(
  ctx: SystemContext,
  { municipalityId, id }: { municipalityId: string; id: string },
): Promise<Result<Trace, { kind: 'not-found' }>> {
  return transact<Trace, { kind: 'not-found' }>(ctx, async (tx) => {
    const trace = await traceOf(tx, { actor: null, clock: ctx.clock, municipalityId }, id)
    if (trace === null) return refuse({ kind: 'not-found' })
    const subject = { kind: trace.focus.kind, id: trace.focus.id }
    await recordAudit({ ...ctx, actor: null }, tx, { action: 'trace.read', subject, municipalityId })
    return accept(trace)
  })
}

async function traceOf(tx: Tx, looking: Looking, asked: string): Promise<Trace | null> {
  if (!identifier.safeParse(asked).success) return null
  const id = /^\d+$/.test(asked) ? await findCauseOfEntry(tx, looking, asked) : asked
  const focus = id === null ? null : await findFocus(tx, looking, id)
  if (focus === null) return null

  const sessions = await listTraceSessions(tx, looking, focus)
  const transfers = await listTraceTransfers(tx, looking, focus, sessions)
  const lineIds = new Set(focus.kind === 'line' ? [focus.id] : sessions.map(({ budgetLineId }) => budgetLineId))
  const [lineId] = lineIds
  const line = lineId !== undefined && lineIds.size === 1 ? await findTraceLine(tx, looking, lineId) : null

  const { entries, standing, total } = addUpTrace(transfers, { countsAvailable: focus.kind === 'line' })
  const expected = focus.kind === 'line' ? await standingOfLine(tx, focus.id) : expectedStanding(sessions)
  // A cause without bookings, such as a grant, has no second account to compare with.
  const difference = focus.kind === 'cause' ? differenceOf(standing, standing) : differenceOf(standing, expected)
  const shown = entries.slice(0, mostEntries)
  return { focus, line, sessions, entries: shown, entryCount: entries.length, standing, total, difference }
}

async function standingOfLine(tx: Tx, budgetLineId: string): Promise<Standing> {
  const standing = nothingStanding()
  for (const { kind, amount } of await listLineBalances(tx, budgetLineId)) {
    if (kind !== 'grant' && kind !== 'fund' && kind !== 'unassigned') standing[kind] = amount
  }
  return standing
}
