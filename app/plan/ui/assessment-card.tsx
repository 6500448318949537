import type { AssessmentNotice } from '#app/plan/rules/family-ranking-view.ts'
import { describeTask } from '#app/plan/ui/family-task.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'

type AssessmentCardProps = { notice: AssessmentNotice | null; base: string; className?: string }

/** On the family's other pages, while an assessment is open: what is asked of them, or who is at work. */
export function AssessmentCard({ notice, base, className }: AssessmentCardProps) {
  if (notice === null) return null
  const { title, text, due, action } = describeTask(notice, base)
  return (
    <Card title={title} tone={action === null ? 'plain' : 'attention'} className={className}>
      <p className="small">
        {text} {due}
      </p>
      <p className="row mt-4">
        {action === null ? null : (
          <ButtonLink to={action.to} variant="secondary">
            {action.label}
          </ButtonLink>
        )}
        {notice.of === 'revision' ? (
          <ButtonLink to={`${base}/plan/changes`} variant="quiet">
            {m.revision_changes_title()}
          </ButtonLink>
        ) : (
          <ButtonLink to={`${base}/assessment`} variant="quiet">
            {m.ranking_card_link()}
          </ButtonLink>
        )}
      </p>
    </Card>
  )
}
