import { approvePlan } from '#app/plan/approve-plan.server.ts'
import type { SavedLine } from '#app/plan/revision-store.server.ts'
import { saveRevision } from '#app/plan/edit-revision.server.ts'
import { sealRevision } from '#app/plan/seal-revision.server.ts'
import { signPlan } from '#app/plan/sign-plan.server.ts'
import { startRevision } from '#app/plan/start-revision.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { plannedFamily } from '#tests/support/given/planned-family.ts'
import { seatExpert } from '#tests/support/given/seat-expert.ts'
import type { TestApp } from '#tests/support/test-app.ts'

/**
 * The family with its plan of 3,852.00, a physician who leads its assessment, an administrator who approves, and the
 * steps of a revision to take one by one or all at once.
 */
export async function familyToRevise(app: TestApp) {
  const family = await plannedFamily(app)
  const { town, worker, guardian, child, periodId, assessmentId } = family
  const physician = await seatExpert(app, { municipalityId: town.id, assessmentId, isLead: true })
  const administrator = await app.given.actor('municipality_administrator', { municipalityId: town.id })
  const serviceId = (place: number) => {
    const found = family.services[place - 1]
    if (found === undefined) throw new Error(`No service in place ${place} of the experts`)
    return found.service.id
  }
  const start = async (reason = 'Mainījās vajadzības.') =>
    valueOf(await startRevision(app.as(worker), { childId: child.id, periodId, requestId: null, reason })).planId
  const save = async (planId: string, lines: readonly SavedLine[], editVersion = 0) =>
    saveRevision(app.as(worker), { planId, editVersion, reason: 'Mainījās vajadzības.', lines })
  const seal = (planId: string, editVersion = 1) => sealRevision(app.as(worker), { planId, editVersion })
  const sign = async (planId: string) => {
    for (const actor of [worker, physician, guardian]) {
      valueOf(await signPlan(app.as(actor), { planId }))
    }
  }
  const approve = (planId: string) => approvePlan(app.as(administrator), { planId })
  /** Draft, lines, seal and signatures: everything before the approval. */
  const signed = async (lines: readonly SavedLine[]) => {
    const planId = await start()
    valueOf(await save(planId, lines))
    valueOf(await seal(planId))
    await sign(planId)
    return planId
  }
  return { ...family, physician, administrator, serviceId, start, save, seal, sign, signed, approve }
}
