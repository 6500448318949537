import type { Context } from '#app/people/context.server.ts'
import type { Level } from '#app/progress/rules/goal-attainment.ts'
import { writeObservation } from '#app/progress/write-observation.server.ts'
import { writeSessionNote } from '#app/progress/write-session-note.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { plannedFamily } from '#tests/support/given/planned-family.ts'
import type { TestApp } from '#tests/support/test-app.ts'

/** A family with a plan whose first service serves the short-term goal, and what writes about it. */
export async function givenProgress(app: TestApp) {
  const family = await plannedFamily(app)
  const goals = await app.owner.goal.findMany({ where: { assessment_id: family.assessmentId } })
  const goalOf = (horizon: 'wish' | 'long_term' | 'short_term') => {
    const goal = goals.find((one) => one.horizon === horizon)
    if (goal === undefined) throw new Error(`No ${horizon} goal`)
    return goal
  }
  const short = goalOf('short_term')
  const [first, second] = family.services
  if (first === undefined || second === undefined) throw new Error('Too few services')
  const assessed = await app.owner.assessedService.findFirstOrThrow({
    where: { assessment_id: family.assessmentId, service_id: first.service.id },
  })
  await app.owner.assessedServiceGoal.create({
    data: { municipality_id: family.town.id, assessed_service_id: assessed.id, goal_id: short.id },
  })
  const note = (bookingId: string, said: { text?: string; mark?: number | null; goalId?: string | null } = {}) => ({
    bookingId,
    noteId: crypto.randomUUID(),
    text: said.text ?? 'Teica „vēl” divas reizes.',
    mark: said.mark ?? null,
    goalId: said.goalId ?? null,
  })
  return {
    ...family,
    first,
    second,
    goals: { wish: goalOf('wish'), long: goalOf('long_term'), short },
    note,
    /** A session note with a mark on the short-term goal. */
    marked: async (bookingId: string, mark: Level) =>
      valueOf(await writeSessionNote(app.as(family.specialist), note(bookingId, { mark, goalId: short.id }))),
    /** What a guardian, an expert or a social worker noticed. */
    observe: (ctx: Context, seen: { on: string; text?: string; mark?: number | null; goalId?: string | null }) =>
      writeObservation(ctx, {
        childId: family.child.id,
        periodId: family.periodId,
        noteId: crypto.randomUUID(),
        aboutOn: Temporal.PlainDate.from(seen.on),
        text: seen.text ?? 'Pats paņēma karoti.',
        mark: seen.mark ?? null,
        goalId: seen.goalId ?? null,
      }),
  }
}

export type GivenProgress = Awaited<ReturnType<typeof givenProgress>>

/** An expert seated in the family's assessment. */
export async function seatedExpert(
  app: TestApp,
  world: { town: { id: string }; assessmentId: string },
  isLead = false,
) {
  const expert = await app.given.actor('expert', { municipalityId: world.town.id })
  await app.owner.assessmentExpert.create({
    data: {
      municipality_id: world.town.id,
      assessment_id: world.assessmentId,
      person_id: expert.personId,
      profession: isLead ? 'rehabilitation_physician' : 'physiotherapist',
      is_lead: isLead,
      invited_at: new Date(app.clock.now().epochMilliseconds),
    },
  })
  return expert
}
