import { findToldOrder } from '#app/assessment/get-told-order.server.ts'
import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { listVersions } from '#app/plan/history-store.server.ts'
import { findPlanContent } from '#app/plan/plan-view-store.server.ts'
import { findPlanHead } from '#app/plan/plan-file-store.server.ts'
import type { PlanDifference } from '#app/plan/rules/plan-difference.ts'
import { planDifference } from '#app/plan/rules/plan-difference.ts'
import type { PlanDeeds, PlanFile, PlanHead } from '#app/plan/rules/plan-file.ts'
import type { MissingSignature } from '#app/plan/rules/plan-signing.ts'
import { hasSigned, missingSignatures, signedProfessionally } from '#app/plan/rules/plan-signing.ts'
import { mayApprovePlans } from '#app/plan/rules/who-approves.ts'
import { listGuardiansToTell, listSignatures } from '#app/plan/signing-store.server.ts'
import type { Tx } from '#app/platform/db/database.server.ts'
import { read } from '#app/platform/db/transact.server.ts'

/** A sealed draft or a version of a plan for staff; reading it is written down. Null when it is not theirs to see. */
export async function getPlanFile(ctx: Context, { planId }: { planId: string }): Promise<PlanFile | null> {
  return read(ctx, async (tx) => {
    const file = await loadPlanFile(ctx, tx, planId)
    if (file !== null) await recordAudit(ctx, tx, { action: 'plan.read', subject: { kind: 'plan', id: planId } })
    return file
  })
}

/** The same for a guardian of the child: what is still being prepared or was given up is not theirs to read. */
export async function readFamilyDecision(ctx: Context, { planId }: { planId: string }): Promise<PlanFile | null> {
  return read(ctx, async (tx) => {
    const file = await loadPlanFile(ctx, tx, planId)
    if (file === null || file.head.state === 'withdrawn') return null
    return file.head.state === 'draft' && file.head.sealedAt === null ? null : file
  })
}

/** The same at an address that also names the child. */
export async function getFamilyDecision(
  ctx: Context,
  { childId, planId }: { childId: string; planId: string },
): Promise<PlanFile | null> {
  const file = await readFamilyDecision(ctx, { planId })
  return file?.head.childId === childId ? file : null
}

async function loadPlanFile(ctx: Context, tx: Tx, planId: string): Promise<PlanFile | null> {
  const head = await findPlanHead(ctx, tx, planId)
  const content = head === null ? null : await findPlanContent(tx, planId)
  if (head === null || content === null) return null
  const told = head.assessmentId === null ? null : await findToldOrder(tx, head.assessmentId)
  const signatures = await listSignatures(tx, planId)
  const guardians = await listGuardiansToTell(tx, { ...head, at: ctx.clock.now() })
  const missing = missingSignatures({ signatures, guardians })
  const difference = head.origin === 'revision' ? await findDifference(tx, head) : null
  return { head, content, told, signatures, missing, difference, deeds: deedsOf(ctx, { head, signatures, missing }) }
}

async function findDifference(
  tx: Tx,
  { planId, periodId, basedOnId }: Pick<PlanHead, 'planId' | 'periodId' | 'basedOnId'>,
): Promise<PlanDifference | null> {
  const versions = await listVersions(tx, { periodId, decidedOnly: false })
  const before = versions.find(({ id }) => id === basedOnId)
  const after = versions.find(({ id }) => id === planId)
  return before === undefined || after === undefined ? null : planDifference(before, after)
}

function deedsOf(
  { actor }: Context,
  { head, signatures, missing }: Pick<PlanFile, 'head' | 'signatures' | 'missing'>,
): PlanDeeds {
  const { role, personId } = actor
  const isDraft = head.state === 'draft'
  const isOpen = isDraft && head.sealedAt !== null
  // A plan that was taken over whole was not sealed here, and nobody signs under it.
  const isReadable = head.sealedAt !== null && (isDraft || head.state === 'approved')
  const isFree = isOpen && !signedProfessionally(signatures, personId)
  const lacks = (kind: MissingSignature['kind']) => isFree && missing.some((one) => one.kind === kind)
  const has = signatures.some((one) => one.kind === 'guardian' && one.personId === personId)
  const sign =
    role === 'social_worker' && lacks('social_worker')
      ? role
      : role === 'expert' && head.leads && lacks('physician')
        ? 'physician'
        : null
  return {
    sign,
    acknowledge: role === 'guardian' && isReadable && !has,
    record: role === 'social_worker' && isReadable ? missing.filter((one) => one.kind === 'guardian') : [],
    approve: !isOpen || !mayApprovePlans(role) ? null : approvalOf(),
    withdraw: isDraft && mayApprovePlans(role),
  }

  function approvalOf(): PlanDeeds['approve'] {
    if (head.fourEyes && hasSigned(signatures, personId)) return 'four-eyes'
    return missing.length > 0 ? 'unsigned' : 'now'
  }
}
