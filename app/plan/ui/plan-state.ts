import { m } from '#app/paraglide/messages.js'
import type { PlanFile } from '#app/plan/rules/plan-file.ts'
import type { Tone } from '#app/ui/badge.tsx'
import type { IconName } from '#app/ui/icon.tsx'

/** How the state of a version looks as a badge. */
export function planStateLook({ head, missing }: Pick<PlanFile, 'head' | 'missing'>): {
  tone: Tone
  icon: IconName
  text: string
} {
  switch (head.state) {
    case 'draft':
      if (head.sealedAt === null) return { tone: 'neutral', icon: 'plan', text: m.decision_state_editing() }
      return missing.length > 0
        ? { tone: 'attention', icon: 'clock', text: m.decision_state_sealed() }
        : { tone: 'accent', icon: 'check', text: m.decision_state_signed() }
    case 'approved':
      if (head.decisionNumber === null) return { tone: 'ok', icon: 'check', text: m.decision_state_taken_over() }
      return {
        tone: 'ok',
        icon: 'check',
        text: m.decision_state_approved({ number: `${head.decisionYear}/${head.decisionNumber}` }),
      }
    case 'superseded':
      return { tone: 'neutral', icon: 'lock', text: m.decision_state_superseded() }
    case 'withdrawn':
      return { tone: 'stop', icon: 'x', text: m.decision_state_withdrawn() }
  }
}
