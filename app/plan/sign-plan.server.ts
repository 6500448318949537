import { findChildFor } from '#app/people/child-scope.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import type { SignatureKind } from '#app/plan/rules/plan-signing.ts'
import type { LockedPlan } from '#app/plan/signing-store.server.ts'
import { insertSignature, leadsAssessment, listGuardiansToTell, lockPlan } from '#app/plan/signing-store.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { emit } from '#app/platform/events.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type SignPlanRefusal =
  | { kind: 'not-found' }
  /** Not offered for signing, or no draft any more. */
  | { kind: 'not-open' }
  | { kind: 'already-signed' }
export type RecordAcknowledgementRefusal = SignPlanRefusal | { kind: 'note-needed' }

const alreadySigned = { kind: 'already-signed' } as const
const onConstraint = {
  one_signature_a_person: alreadySigned,
  one_signature_a_profession: alreadySigned,
  one_profession_a_person: alreadySigned,
}

/**
 * Signs a sealed draft under the actor's hat: the family's social worker, or the physician who leads the assessment.
 * A guardian acknowledges: says that the plan was seen and explained, also after it came into force. Each signs once, and
 * nobody as both professions; what is signed can no longer change.
 */
export async function signPlan(
  ctx: Context,
  { planId }: { planId: string },
): Promise<Result<{ planId: string }, SignPlanRefusal>> {
  return transact<{ planId: string }, SignPlanRefusal>(
    ctx,
    async (tx) => {
      const plan = await findPlanToSign(ctx, tx, planId)
      const kind = plan === null ? null : await kindOf(ctx, tx, plan)
      if (plan === null || kind === null) return refuse({ kind: 'not-found' })
      if (!isOpenFor(plan, kind)) return refuse({ kind: 'not-open' })
      await sign(ctx, tx, plan, { personId: ctx.actor.personId, kind, how: 'portal', note: null })
      return accept({ planId })
    },
    onConstraint,
  )
}

export type RecordAcknowledgementInput = {
  planId: string
  /** The guardian who was told. */
  personId: string
  how: 'in_person' | 'letter'
  /** When and how it happened, in the social worker's words. */
  note: string
}

/** Records that a guardian was told the plan in person or by letter. Only the family's social worker does. */
export async function recordAcknowledgement(
  ctx: Context,
  { planId, personId, how, note }: RecordAcknowledgementInput,
): Promise<Result<{ planId: string }, RecordAcknowledgementRefusal>> {
  if (ctx.actor.role !== 'social_worker') return refuse({ kind: 'not-found' })
  if (note.trim() === '') return refuse({ kind: 'note-needed' })
  return transact<{ planId: string }, RecordAcknowledgementRefusal>(
    ctx,
    async (tx) => {
      const plan = await findPlanToSign(ctx, tx, planId)
      if (plan === null) return refuse({ kind: 'not-found' })
      const guardians = await listGuardiansToTell(tx, { ...plan, at: ctx.clock.now() })
      if (!guardians.some((guardian) => guardian.personId === personId)) return refuse({ kind: 'not-found' })
      if (!isOpenFor(plan, 'guardian')) return refuse({ kind: 'not-open' })
      await sign(ctx, tx, plan, { personId, kind: 'guardian', how, note: note.trim() })
      return accept({ planId })
    },
    onConstraint,
  )
}

async function findPlanToSign(ctx: Context, tx: Tx, planId: string): Promise<LockedPlan | null> {
  const { municipalityId } = ctx.actor
  const plan = municipalityId === null ? null : await lockPlan(tx, { municipalityId, planId })
  return plan !== null && (await findChildFor(ctx, tx, plan.childId)) !== null ? plan : null
}

async function kindOf(ctx: Context, tx: Tx, { periodId }: LockedPlan): Promise<SignatureKind | null> {
  const { role, personId } = ctx.actor
  if (role === 'social_worker' || role === 'guardian') return role
  return role === 'expert' && (await leadsAssessment(tx, { periodId, personId })) ? 'physician' : null
}

function isOpenFor({ isSealed, state }: LockedPlan, kind: SignatureKind): boolean {
  return isSealed && (state === 'draft' || (state === 'approved' && kind === 'guardian'))
}

type Signature = { personId: string; kind: SignatureKind; how: 'portal' | 'in_person' | 'letter'; note: string | null }

async function sign(ctx: Context, tx: Tx, plan: LockedPlan, signature: Signature): Promise<void> {
  const { id: planId, municipalityId } = plan
  const { personId } = ctx.actor
  const at = ctx.clock.now()
  await insertSignature(tx, { ...signature, municipalityId, planId, recordedBy: personId, at })
  const action = signature.how === 'portal' ? 'plan.sign' : 'plan.record-acknowledgement'
  await recordAudit(ctx, tx, { action, subject: { kind: 'plan', id: planId } })
  await emit(tx, { type: 'plan.signed', municipalityId, subjectId: planId, personId, at })
}
