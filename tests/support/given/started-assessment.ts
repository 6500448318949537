import type { Profession } from '#app/assessment/rules/team.ts'
import type { StartAssessmentInput } from '#app/plan/start-assessment.server.ts'
import { startAssessment } from '#app/plan/start-assessment.server.ts'
import { dateOf } from '#app/platform/time.ts'
import { socialWorkerOf, valueOf } from '#tests/support/given/assessed-family.ts'
import type { TestApp } from '#tests/support/test-app.ts'

/** A town with a child, its guardian and social worker, a physician and a physiotherapist; nothing is opened yet. */
export async function familyToAssess(app: TestApp) {
  const town = await app.given.municipality()
  const { child, guardian } = await app.given.child({ municipalityId: town.id })
  const worker = await socialWorkerOf(app, { municipalityId: town.id, childId: child.id })
  const physician = await app.given.actor('expert', { municipalityId: town.id })
  const physiotherapist = await app.given.actor('expert', { municipalityId: town.id })
  const today = dateOf(app.clock.now())
  const startsOn = today.add({ months: 1 }).with({ day: 1 })
  const input: StartAssessmentInput = {
    childId: child.id,
    startsOn,
    endsBefore: startsOn.add({ months: 6 }),
    guardianIds: [guardian.personId],
    experts: [
      { personId: physician.personId, profession: 'rehabilitation_physician' satisfies Profession, isLead: true },
      { personId: physiotherapist.personId, profession: 'physiotherapist' satisfies Profession, isLead: false },
    ],
    wishesDue: today.add({ days: 7 }),
    expertsDue: today.add({ days: 14 }),
    rankingDue: today.add({ days: 21 }),
  }
  return { town, child, guardian, worker, physician, physiotherapist, input }
}

/** The same with the assessment opened and everybody invited. */
export async function startedAssessment(app: TestApp) {
  const family = await familyToAssess(app)
  const started = valueOf(await startAssessment(app.as(family.worker), family.input))
  return { ...family, ...started }
}
