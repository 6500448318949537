import { Form } from 'react-router'
import type { AgreementGap, TeamGoal } from '#app/assessment/rules/goal-scale.ts'
import { agreementGaps, unservedWishes } from '#app/assessment/rules/goal-scale.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/platform/i18n/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { Note } from '#app/ui/note.tsx'

/** What still keeps the goals from being agreed, and for the lead the button that says they are. */
export function AgreeGoals({ goals, isLead }: { goals: readonly TeamGoal[]; isLead: boolean }) {
  const unserved = unservedWishes(goals)
  const gaps = agreementGaps(
    goals,
    unserved.map((wish) => wish.id),
  ).flatMap((gap) => gapTexts(gap, goals))
  return (
    <Card title={m.expertise_agree_title()}>
      <div className="stack" id="agree">
        {gaps.length === 0 ? (
          <Note tone="ok">{m.expertise_agree_ready()}</Note>
        ) : (
          <div>
            <p>{m.expertise_agree_blocked()}</p>
            <ul className="list-disc pl-5">
              {gaps.map((gap) => (
                <li key={gap}>{gap}</li>
              ))}
            </ul>
          </div>
        )}
        {isLead ? (
          <Form method="post" className="stack">
            {unserved.length === 0 ? null : (
              <fieldset className="fieldset">
                <legend>{m.expertise_agree_unserved()}</legend>
                {unserved.map((wish) => (
                  <CheckboxField key={wish.id} name="accepted" value={wish.id} label={wish.text} />
                ))}
              </fieldset>
            )}
            <div>
              <SubmitButton name="intent" value="agree" icon="check">
                {m.expertise_agree_submit()}
              </SubmitButton>
            </div>
          </Form>
        ) : (
          <>
            {unserved.length === 0 ? null : (
              <ul className="list-disc pl-5">
                {unserved.map((wish) => (
                  <li key={wish.id}>{m.expertise_gap_unserved({ wish: wish.text })}</li>
                ))}
              </ul>
            )}
            <p className="muted">{m.expertise_agree_lead_only()}</p>
          </>
        )}
      </div>
    </Card>
  )
}

/** Agreed goals stay; the lead opens them again while the services are not with the parents. */
export function AgreedGoals({ agreedAt, canReopen }: { agreedAt: string; canReopen: boolean }) {
  return (
    <div className="stack">
      <Note tone="ok">{m.expertise_goals_agreed({ time: formatDateTime(agreedAt, getLocale(), 'date') })}</Note>
      {canReopen ? (
        <Form method="post">
          <SubmitButton variant="secondary" name="intent" value="reopen">
            {m.expertise_goals_reopen()}
          </SubmitButton>
        </Form>
      ) : null}
    </div>
  )
}

function gapTexts(gap: AgreementGap, goals: readonly TeamGoal[]): string[] {
  if (gap.gap === 'no-short-term-goal') return [m.expertise_gap_no_goal()]
  if (gap.gap === 'wishes-unserved') return []
  const goal = goals.find((one) => one.id === gap.goalId)?.text ?? ''
  const texts = [
    ...(gap.emptyLevels.length > 0 ? [m.expertise_gap_levels({ count: gap.emptyLevels.length })] : []),
    ...(gap.hasNoBaseline ? [m.expertise_gap_baseline()] : []),
    ...(gap.leadsToNoWish ? [m.expertise_gap_wish()] : []),
  ]
  return [m.expertise_gap_of({ goal, gap: texts.join(' ') })]
}
