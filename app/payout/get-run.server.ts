import { z } from 'zod'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { addCents, type Cents, subtractCents, zeroCents } from '#app/platform/money.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { dateOf } from '#app/platform/time.ts'
import { listCandidates } from './candidate-store.server.ts'
import { type LeftOutRow, leftOutRows } from './left-out.ts'
import { findPayoutTenant, runActorOf } from './payout-rights.ts'
import { reasonsToLeaveOut } from './rules/eligibility.ts'
import type { RunRefusal, RunStep } from './rules/four-eyes.ts'
import { takeStep } from './rules/four-eyes.ts'
import type { PaidSession, Payee, RunHead } from './run-read-store.server.ts'
import { findRunHead, listPaidSessions, listPayees } from './run-read-store.server.ts'

export type RunPayee = Payee & {
  /** Payable less reserved; what was not needed has gone back to the families' budgets. */
  difference: Cents
  hasDifference: boolean
  /** Deliveries of this provider in the run's days that still wait, and their sum. */
  waiting: { count: number; amount: Cents }
}

/** What the person may do with the run now; a refusal says why not. */
export type RunRights = Record<'approve' | 'return' | 'execute', RunRefusal['kind'] | null> & { hasFile: boolean }

export type RunPage = {
  run: RunHead
  sums: {
    sessions: number
    reserved: Cents
    /** Payable less reserved: the extra less the released. */
    difference: Cents
    released: Cents
    extra: Cents
    unremarkable: number
    leftOut: Cents
  }
  payees: readonly RunPayee[]
  /** The deliveries of the one payout that is opened; null while all are closed. */
  opened: { payoutId: string; sessions: readonly PaidSession[] } | null
  leftOut: readonly LeftOutRow[]
  rights: RunRights
  /** ISO dates between which the bank can have paid. */
  bankDates: { first: string; last: string }
}

/**
 * A run as the people who decide on it need it: totals, payees with what differs from the booking, the deliveries of
 * one of them, and what the run's days still leave out and why. Deliveries that are opened or left out show children's
 * sessions, so that reading them is written down.
 */
export async function getRun(
  ctx: Context,
  { runId, openedPayoutId }: { runId: string; openedPayoutId: string | null },
): Promise<Result<RunPage, { kind: 'not-found' }>> {
  const municipalityId = findPayoutTenant(ctx.actor)
  if (municipalityId === null || !z.uuid().safeParse(runId).success) return refuse({ kind: 'not-found' })
  const key = { municipalityId, runId }
  return transact<RunPage, { kind: 'not-found' }>(ctx, async (tx) => {
    const run = await findRunHead(tx, key)
    if (run === null) return refuse({ kind: 'not-found' })
    const payees = await listPayees(tx, key)
    const leftOut = await listLeftOut(tx, key, run)
    const isKnown = payees.some(({ payoutId }) => payoutId === openedPayoutId)
    const opened =
      openedPayoutId !== null && isKnown
        ? { payoutId: openedPayoutId, sessions: await listPaidSessions(tx, { ...key, payoutId: openedPayoutId }) }
        : null
    if (opened !== null) {
      await recordAudit(ctx, tx, { action: 'payout.read', subject: { kind: 'payout', id: opened.payoutId } })
    } else if (leftOut.length > 0) {
      await recordAudit(ctx, tx, { action: 'run.read', subject: { kind: 'payout_run', id: runId } })
    }
    const rows = payees
      .map((payee) => payeeOf(payee, leftOut))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'lv'))
    const rights = rightsOn(ctx, run)
    const bankDates = {
      first: run.approved === null ? run.executionDate : dateOf(Temporal.Instant.from(run.approved.at)).toString(),
      last: dateOf(ctx.clock.now()).toString(),
    }
    return accept({ run, sums: sumsOf(rows, leftOut), payees: rows, opened, leftOut, rights, bankDates })
  })
}

export type RunExport = { run: RunHead; payees: readonly Payee[]; sessions: readonly PaidSession[] }

/** Every delivery of a run, for a table file. Written down, since it lists children's sessions. */
export async function getRunExport(
  ctx: Context,
  { runId }: { runId: string },
): Promise<Result<RunExport, { kind: 'not-found' }>> {
  const municipalityId = findPayoutTenant(ctx.actor)
  if (municipalityId === null || !z.uuid().safeParse(runId).success) return refuse({ kind: 'not-found' })
  const key = { municipalityId, runId }
  return transact<RunExport, { kind: 'not-found' }>(ctx, async (tx) => {
    const run = await findRunHead(tx, key)
    if (run === null) return refuse({ kind: 'not-found' })
    const payees = await listPayees(tx, key)
    const sessions = await listPaidSessions(tx, { ...key, payoutId: null })
    await recordAudit(ctx, tx, { action: 'run.export', subject: { kind: 'payout_run', id: runId } })
    return accept({ run, payees, sessions })
  })
}

async function listLeftOut(
  tx: Tx,
  { municipalityId, runId }: { municipalityId: string; runId: string },
  run: RunHead,
): Promise<LeftOutRow[]> {
  const dates = {
    firstDay: Temporal.PlainDate.from(run.firstDay),
    endDay: Temporal.PlainDate.from(run.lastDay).add({ days: 1 }),
  }
  // A returned run holds nothing back any more: its own deliveries are free, and not left out of it.
  if (run.state === 'returned') return []
  const candidates = await listCandidates(tx, { municipalityId, dates, exceptRunId: runId })
  return leftOutRows(candidates.map((candidate) => ({ candidate, reasons: reasonsToLeaveOut(candidate, dates) })))
}

function payeeOf(payee: Payee, leftOut: readonly LeftOutRow[]): RunPayee {
  const waiting = leftOut.filter(({ providerId, amount }) => providerId === payee.providerId && amount > 0)
  return {
    ...payee,
    difference: subtractCents(payee.amount, payee.reserved),
    hasDifference: payee.otherAmount > 0 || payee.otherTime > 0,
    waiting: { count: waiting.length, amount: addCents(zeroCents, ...waiting.map(({ amount }) => amount)) },
  }
}

function sumsOf(payees: readonly RunPayee[], leftOut: readonly LeftOutRow[]): RunPage['sums'] {
  const count = (of: (payee: RunPayee) => number) => payees.reduce((total, payee) => total + of(payee), 0)
  const sessions = count((payee) => payee.sessions)
  return {
    sessions,
    reserved: addCents(zeroCents, ...payees.map(({ reserved }) => reserved)),
    difference: addCents(zeroCents, ...payees.map(({ difference }) => difference)),
    released: addCents(zeroCents, ...payees.map(({ released }) => released)),
    extra: addCents(zeroCents, ...payees.map(({ extra }) => extra)),
    unremarkable: sessions - count((payee) => Math.max(payee.otherAmount, payee.otherTime)),
    leftOut: addCents(zeroCents, ...leftOut.map(({ amount }) => amount)),
  }
}

function rightsOn(ctx: Context, run: RunHead): RunRights {
  const today = dateOf(ctx.clock.now())
  const at = {
    state: run.state,
    preparedBy: run.prepared?.personId ?? '',
    approvedOn: run.approved === null ? null : dateOf(Temporal.Instant.from(run.approved.at)),
  }
  const refusalOf = (step: RunStep) => {
    const taken = takeStep(at, step, runActorOf(ctx.actor))
    return taken.ok ? null : taken.refusal.kind
  }
  return {
    approve: refusalOf({ step: 'approve' }),
    return: refusalOf({ step: 'return', reason: '-' }),
    execute: refusalOf({ step: 'execute', bankDate: today, today }),
    hasFile: run.state === 'approved' || run.state === 'executed',
  }
}
