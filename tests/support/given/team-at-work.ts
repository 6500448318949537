import { addNeededService } from '#app/assessment/add-needed-service.server.ts'
import type { ServiceDraft } from '#app/assessment/rules/needed-service.ts'
import { saveNeededService } from '#app/assessment/save-needed-service.server.ts'
import { toDate } from '#app/platform/time.ts'
import { familyUnderAssessment } from '#tests/support/given/family-under-assessment.ts'
import { seatExpert } from '#tests/support/given/seat-expert.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import type { TestApp } from '#tests/support/test-app.ts'

const text = (lv: string) => ({ lv, en: '' })

/** A service written down to the end. */
export const finished: ServiceDraft = {
  payer: 'individual-budget',
  units: 12,
  minimumUnits: 4,
  sessionsPerWeek: 1,
  mode: 'at_provider',
  beneficiary: 'child',
  reason: text('Lai stāvētu droši.'),
  explanation: text('Vingro kopā ar fizioterapeiti.'),
  otherPayer: text(''),
  goalIds: [],
}

/**
 * An open assessment whose list of services is empty: a lead and two experts, three services of the catalogue with a
 * price cap, one goal. Nothing is agreed or handed in unless told.
 */
export async function teamAtWork(app: TestApp, { isReady = false }: { isReady?: boolean } = {}) {
  const family = await familyUnderAssessment(app, { isProposed: false })
  const { assessmentId } = family
  const municipalityId = family.town.id
  await app.owner.assessedService.deleteMany({ where: { assessment_id: assessmentId } })
  const expert = await seatExpert(app, { municipalityId, assessmentId })
  const colleague = await seatExpert(app, { municipalityId, assessmentId, profession: 'psychologist' })
  const goal = await app.owner.goal.create({
    data: {
      municipality_id: municipalityId,
      assessment_id: assessmentId,
      horizon: 'short_term',
      position: 1,
      text: 'Stāv bez atbalsta.',
    },
  })
  if (isReady) {
    const at = toDate(app.clock.now())
    await app.owner.assessment.update({ where: { id: assessmentId }, data: { goals_agreed_at: at } })
    await app.owner.assessmentExpert.updateMany({ where: { assessment_id: assessmentId }, data: { submitted_at: at } })
    for (const serviceId of family.ids.slice(0, 3)) {
      valueOf(await addNeededService(app.as(expert), { assessmentId, serviceId }))
      valueOf(await saveNeededService(app.as(expert), { assessmentId, serviceId, version: 0, draft: finished }))
    }
  }
  const [a = '', b = '', c = ''] = family.ids
  return { ...family, expert, colleague, goalId: goal.id, a, b, c }
}
