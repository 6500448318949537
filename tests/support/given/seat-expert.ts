import type { Actor } from '#app/people/actor.ts'
import type { ExpertProfession } from '#app/platform/db/generated/enums.ts'
import { toDate } from '#app/platform/time.ts'
import type { TestApp } from '#tests/support/test-app.ts'

/** An expert invited to an assessment: seated now, as the lead when asked for. */
export async function seatExpert(
  app: TestApp,
  {
    municipalityId,
    assessmentId,
    isLead = false,
    profession = isLead ? 'rehabilitation_physician' : 'physiotherapist',
  }: { municipalityId: string; assessmentId: string; isLead?: boolean; profession?: ExpertProfession },
): Promise<Actor> {
  const expert = await app.given.actor('expert', { municipalityId })
  await app.owner.assessmentExpert.create({
    data: {
      municipality_id: municipalityId,
      assessment_id: assessmentId,
      person_id: expert.personId,
      profession,
      is_lead: isLead,
      invited_at: toDate(app.clock.now()),
    },
  })
  return expert
}
