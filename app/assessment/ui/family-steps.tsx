import { Link } from 'react-router'
import type { FamilyStep, StepState } from '#app/assessment/rules/family-steps.ts'
import { familySteps } from '#app/assessment/rules/family-steps.ts'
import '#app/assessment/ui/family.css'
import { stepTitle } from '#app/assessment/ui/family-words.ts'
import { m } from '#app/paraglide/messages.js'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

type FamilyStepsProps = {
  states: Readonly<Record<FamilyStep, StepState>>
  /** What each step says of itself. */
  texts: Readonly<Record<FamilyStep, string>>
  /** Where a step can be opened already. */
  hrefs: Readonly<Partial<Record<FamilyStep, string>>>
}

/** The five steps with a line through them: what is done, where we are, what comes. */
export function FamilySteps({ states, texts, hrefs }: FamilyStepsProps) {
  return (
    <Card title={m.ranking_steps_title()}>
      <ol className="way">
        {familySteps.map((step, index) => {
          const state = states[step]
          const href = hrefs[step]
          return (
            <li key={step} className={`way-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
              <span className="way-mark" aria-hidden="true">
                {state === 'done' ? <Icon name="check" /> : index + 1}
              </span>
              <div>
                <h3>
                  {href === undefined ? stepTitle(step) : <Link to={href}>{stepTitle(step)}</Link>}
                  <VisuallyHidden>{` (${stateText(state)})`}</VisuallyHidden>
                </h3>
                <p className="small muted">{texts[step]}</p>
              </div>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}

function stateText(state: StepState): string {
  switch (state) {
    case 'done':
      return m.ranking_state_done()
    case 'now':
      return m.ranking_state_now()
    case 'later':
      return m.ranking_state_later()
  }
}
