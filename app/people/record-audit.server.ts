import type { Context } from '#app/people/context.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { toDate } from '#app/platform/time.ts'

export type AuditEntry = {
  /** Verb and thing, as in "booking.cancel" or "child-file.read". */
  action: string
  subject: { kind: string; id: string }
  /** The tenant whose record it is; the actor's own when left out. */
  municipalityId?: string | null
  reason?: string
}

type Acting = Pick<Context, 'clock' | 'requestId'> & {
  actor: Pick<Context['actor'], 'personId' | 'role' | 'municipalityId'> | null
}

/** Writes down who did or read what, in the transaction that did it. Opaque ids only; rows are never changed. */
export async function recordAudit(ctx: Acting, tx: Pick<Tx, '$executeRaw'>, entry: AuditEntry): Promise<void> {
  const municipalityId = entry.municipalityId === undefined ? (ctx.actor?.municipalityId ?? null) : entry.municipalityId
  // Plain SQL: an insert that reads its row back would need to see rows of every tenant.
  await tx.$executeRaw`INSERT INTO audit_event (municipality_id, person_id, role, action, subject_kind, subject_id, at, request_id, reason)
    VALUES (${municipalityId}::uuid, ${ctx.actor?.personId ?? null}::uuid, ${ctx.actor?.role ?? null}::"Role", ${entry.action},
      ${entry.subject.kind}, ${entry.subject.id}::uuid, ${toDate(ctx.clock.now())}, ${ctx.requestId}, ${entry.reason ?? null})`
}
