import { addGoal } from '#app/assessment/add-goal.server.ts'
import { agreeGoals } from '#app/assessment/agree-goals.server.ts'
import { saveGoal } from '#app/assessment/save-goal.server.ts'
import type { DemoCase } from './assess-child.ts'
import { expertOf, leadOf } from './assess-child.ts'
import type { DemoGoal } from './assessments/demo-assessment.ts'
import { demoId } from './demo-id.ts'
import { accepted } from './replay.ts'

/** The goals of the team with their scales, agreed by the lead. Answers their ids in the order of the list. */
export async function setDemoGoals(demo: DemoCase, assessmentId: string, at: Temporal.Instant): Promise<string[]> {
  const { family, assessment } = demo
  const lead = expertOf(demo, leadOf(demo), at)
  const goalIds = assessment.goals.map((_, index) => demoId(`goal ${assessmentId} ${index}`))
  for (const [index, goal] of assessment.goals.entries()) {
    const goalId = goalIds[index] ?? ''
    const servesId =
      goal.horizon === 'long_term'
        ? demoId(`wish ${family.key} ${goal.serves}`)
        : longTermOf(assessment.goals, goalIds, goal.serves)
    const { horizon, text } = goal
    accepted(await addGoal(lead, { assessmentId, goalId, horizon, text, servesId }), `a goal for ${family.key}`)
    if (goal.levels === undefined) continue
    const [minus2, minus1, zero, plus1, plus2] = goal.levels
    const levels = { [-2]: minus2, [-1]: minus1, 0: zero, 1: plus1, 2: plus2 }
    const draft = { text, servesId, weight: goal.weight ?? 1, baseline: goal.baseline ?? null, levels }
    accepted(await saveGoal(lead, { assessmentId, goalId, version: 1, draft }), `the scale of a goal for ${family.key}`)
  }
  // A wish that no goal serves this time: the lead knows, and the family's file says so.
  const served = new Set(assessment.goals.filter(({ horizon }) => horizon === 'long_term').map(({ serves }) => serves))
  const acceptedWishIds = assessment.wishes.flatMap((_, index) =>
    served.has(index) ? [] : [demoId(`wish ${family.key} ${index}`)],
  )
  accepted(await agreeGoals(lead, { assessmentId, acceptedWishIds }), `the goals for ${family.key}`)
  return goalIds
}

function longTermOf(goals: readonly DemoGoal[], ids: readonly string[], place: number): string | null {
  const longTerm = ids.filter((_, index) => goals[index]?.horizon === 'long_term')
  return longTerm[place] ?? null
}
