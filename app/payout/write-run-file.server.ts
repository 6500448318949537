import { z } from 'zod'
import { recordAudit } from '#app/people/record-audit.server.ts'
import type { Context, SystemContext } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read, transact } from '#app/platform/db/transact.server.ts'
import type { Cents } from '#app/platform/money.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { findPayoutTenant } from './payout-rights.ts'
import type { CreditTransferFile } from './rules/pain001.ts'
import { writeCreditTransfers } from './rules/pain001.ts'
import { paymentBlockIdOf } from './rules/payout-ids.ts'
import { findRunBy, findRunForFile } from './run-file-store.server.ts'

export type RunFile = { name: string; xml: string }

export type FileRefusal = { kind: 'not-found' } | { kind: 'not-approved-yet' }

/**
 * The payment file of an approved or executed run: ISO 20022 pain.001.001.09, with the same bytes every time, since
 * everything in it froze with the approval. Refuses a run that is not approved, and one of another municipality as
 * not found.
 */
export async function writeRunFile(ctx: Context, input: { runId: string }): Promise<Result<RunFile, FileRefusal>> {
  const municipalityId = findPayoutTenant(ctx.actor)
  if (municipalityId === null) return refuse({ kind: 'not-found' })
  return transact<RunFile, FileRefusal>(ctx, async (tx) => {
    const file = await readFile(tx, { municipalityId, runId: input.runId })
    if (file.ok) await recordAudit(ctx, tx, { action: 'run.file', subject: { kind: 'payout_run', id: input.runId } })
    return file
  })
}

/** The same for the administrator's command line, where nobody is signed in. */
export async function writeRunFileAsSystem(
  ctx: SystemContext,
  input: { municipalityId: string; runId: string },
): Promise<Result<RunFile, FileRefusal>> {
  return transact<RunFile, FileRefusal>(ctx, async (tx) => {
    const file = await readFile(tx, input)
    if (file.ok) {
      const { municipalityId, runId } = input
      const subject = { kind: 'payout_run', id: runId }
      await recordAudit({ ...ctx, actor: null }, tx, { action: 'run.file', subject, municipalityId })
    }
    return file
  })
}

/** The id of a run that the administrator names by id, or by number and year; null when the municipality has none. */
export async function findRunId(
  ctx: SystemContext,
  { municipalityId, run }: { municipalityId: string; run: { id: string } | { number: number; year: number } },
): Promise<string | null> {
  return read(ctx, (tx) => findRunBy(tx, municipalityId, run))
}

async function readFile(tx: Tx, key: { municipalityId: string; runId: string }): Promise<Result<RunFile, FileRefusal>> {
  if (!z.uuid().safeParse(key.runId).success) return refuse({ kind: 'not-found' })
  const run = await findRunForFile(tx, key)
  if (run === null) return refuse({ kind: 'not-found' })
  if (run.approvedAt === null) return refuse({ kind: 'not-approved-yet' })

  const input = fileOf({ ...run, createdAt: run.approvedAt })
  const file = writeCreditTransfers(input)
  const sum = input.payments.reduce((total, payment) => total + payment.amount, 0)
  if (!file.ok || sum !== run.total) throw new Error('An approved run has no payable file')
  return accept({ name: `atspaids-${run.year}-${String(run.number).padStart(3, '0')}.xml`, xml: file.value })
}

type RunForFile = {
  id: string
  year: number
  number: number
  messageId: string
  firstDay: Temporal.PlainDate
  endDay: Temporal.PlainDate
  executionDate: Temporal.PlainDate
  debtor: CreditTransferFile['debtor']
  createdAt: Temporal.Instant
  payments: readonly {
    endToEndId: string
    amount: Cents
    creditorName: string
    creditorIban: string
    sessions: number
  }[]
}

/** A run as a payment file; the payee's statement says which run and how many sessions, never whose. */
export function fileOf(run: RunForFile): CreditTransferFile {
  const lastDay = run.endDay.subtract({ days: 1 })
  const days = `${run.firstDay.toString()}/${lastDay.toString()}`
  return {
    messageId: run.messageId,
    paymentBlockId: paymentBlockIdOf(run.id),
    createdAt: run.createdAt,
    debtor: run.debtor,
    executionDate: run.executionDate,
    payments: run.payments.map(({ endToEndId, amount, creditorName, creditorIban, sessions }) => ({
      endToEndId,
      amount,
      creditor: { name: creditorName, iban: creditorIban },
      remittance: `Socialie pakalpojumi ${days}, saraksts ${run.number}/${run.year}, reizes: ${sessions}`,
    })),
  }
}
