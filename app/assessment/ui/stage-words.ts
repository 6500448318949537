import type { Stage } from '#app/assessment/rules/stage.ts'
import { m } from '#app/paraglide/messages.js'
import type { Tone } from '#app/ui/badge.tsx'
import type { IconName } from '#app/ui/icon.tsx'

export function stageText(stage: Stage): string {
  switch (stage) {
    case 'wishes':
      return m.assessment_stage_wishes()
    case 'assessing':
      return m.assessment_stage_assessing()
    case 'goals':
      return m.assessment_stage_goals()
    case 'services':
      return m.assessment_stage_services()
    case 'proposed':
      return m.assessment_stage_proposed()
    case 'ranked':
      return m.assessment_stage_ranked()
    case 'completed':
      return m.assessment_stage_completed()
    case 'sealed':
      return m.assessment_stage_sealed()
    case 'signed':
      return m.assessment_stage_signed()
    case 'approved':
      return m.assessment_stage_approved()
  }
}

/** How a stage looks as a badge. */
export function stageLook(stage: Stage): { tone: Tone; icon: IconName; text: string } {
  const text = stageText(stage)
  return stage === 'approved' ? { tone: 'ok', icon: 'check', text } : { tone: 'accent', icon: 'plan', text }
}
