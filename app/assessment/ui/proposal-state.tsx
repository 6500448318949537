import { Form, Link } from 'react-router'
import type { RankingView } from '#app/assessment/rules/ranking-view.ts'
import { itemsOf } from '#app/assessment/ui/own-order.tsx'
import { RankingList } from '#app/assessment/ui/ranking-list.tsx'
import { toldText } from '#app/assessment/ui/told-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/platform/i18n/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Note } from '#app/ui/note.tsx'
import { TapConfirm } from '#app/ui/tap-confirm.tsx'

/** The order as the parents have it, what they have done with it, and for the lead the way to open it again. */
export function ProposalState({ view }: { view: RankingView }) {
  const { state, services, fixed, head, openQuestions } = view
  const when = state.proposedAt === null ? '' : formatDateTime(state.proposedAt, getLocale(), 'date')
  return (
    <Card title={m.needs_proposed_title()}>
      {state.proposedBy === null ? null : (
        <p className="small muted">{m.needs_proposed_by({ name: state.proposedBy, when })}</p>
      )}
      {state.proposalReason === null ? null : (
        <p className="mt-1 whitespace-pre-line">{m.needs_proposed_reason({ reason: state.proposalReason })}</p>
      )}
      <div className="my-4">
        <RankingList items={itemsOf(services)} groups={fixed ?? []} label={m.needs_fix_label()} locked />
      </div>
      <ParentsSoFar view={view} />
      {openQuestions === 0 ? null : (
        <p>
          <Link to={`/assessments/${head.assessmentId}/services`}>
            {m.needs_questions_open({ count: openQuestions })}
          </Link>
        </p>
      )}
      {state.isCompleted ? <Note tone="neutral">{m.needs_state_completed()}</Note> : null}
      {head.role === 'lead' && !state.isCompleted ? (
        <div className="mt-4">
          <TapConfirm label={m.needs_reopen()} backLabel={m.needs_reopen_back()}>
            <Form method="post" className="stack">
              <p>{m.needs_reopen_ask()}</p>
              <ParentsSoFar view={view} />
              <SubmitButton name="intent" value="reopen">
                {m.needs_reopen_go()}
              </SubmitButton>
            </Form>
          </TapConfirm>
        </div>
      ) : null}
    </Card>
  )
}

function ParentsSoFar({ view: { state, services } }: { view: RankingView }) {
  const understood = services.filter((service) => service.understoodBy > 0).length
  const total = services.length
  return (
    <p>
      {orderText(state)} {understood === 0 ? null : m.needs_parents_understood({ count: understood, total })}
    </p>
  )
}

function orderText({ parentsRankedAt, parentsRankingChangedAt, told }: RankingView['state']): string {
  if (told !== null) return toldText(told)
  if (parentsRankedAt !== null) {
    return m.needs_parents_ranked({ when: formatDateTime(parentsRankedAt, getLocale(), 'date') })
  }
  return parentsRankingChangedAt === null ? m.needs_parents_waiting() : m.needs_parents_working()
}
