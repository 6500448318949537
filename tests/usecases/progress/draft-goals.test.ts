import { expect, test } from 'vitest'
import type { Actor } from '#app/people/actor.ts'
import { toDate } from '#app/platform/time.ts'
import { getGoalTimeline } from '#app/progress/get-goal-timeline.server.ts'
import { writeObservation } from '#app/progress/write-observation.server.ts'
import { teamAtWork } from '#tests/support/given/team-at-work.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2027-01-15T12:00:00Z' })

test('goals that experts are still writing are theirs: the family reads them, and notes on them, once they are agreed', async () => {
  const team = await teamAtWork(app)
  const owner = { municipality_id: team.town.id, assessment_id: team.assessmentId }
  await app.owner.goal.create({ data: { ...owner, horizon: 'wish', position: 1, text: 'Lai pati staigā.' } })
  const goalsOf = async (actor: Actor) => {
    const question = { childId: team.child.id, periodId: team.periodId, goalId: team.goalId, page: 1 }
    const timeline = await getGoalTimeline(app.as(actor), question)
    return timeline?.goals.map(({ text }) => text)
  }
  const note = (actor: Actor) =>
    writeObservation(app.as(actor), {
      childId: team.child.id,
      periodId: team.periodId,
      noteId: crypto.randomUUID(),
      aboutOn: Temporal.PlainDate.from('2027-01-14'),
      text: 'Stāvēja pie galda.',
      mark: 1,
      goalId: team.goalId,
    })

  expect(await goalsOf(team.guardian)).toEqual(['Lai pati staigā.'])
  expect(await note(team.guardian)).toEqual({ ok: false, refusal: { kind: 'unknown-goal' } })
  expect(await goalsOf(team.expert)).toEqual(['Lai pati staigā.', 'Stāv bez atbalsta.'])

  await app.owner.assessment.update({
    where: { id: team.assessmentId },
    data: { goals_agreed_at: toDate(app.clock.now()), goals_agreed_by: team.lead.personId },
  })
  expect(await goalsOf(team.guardian)).toEqual(['Lai pati staigā.', 'Stāv bez atbalsta.'])
  expect((await note(team.guardian)).ok).toBe(true)
})
