import { useState } from 'react'
import { Form, Link } from 'react-router'
import type { ProposalBlocker } from '#app/assessment/rules/proposal.ts'
import type { RankedGroups } from '#app/assessment/rules/ranking-text.ts'
import type { RankingView } from '#app/assessment/rules/ranking-view.ts'
import { isSameOrder } from '#app/assessment/rules/team-order.ts'
import { gapText, ownWords } from '#app/assessment/ui/needs-words.ts'
import { itemsOf } from '#app/assessment/ui/own-order.tsx'
import { RankingList } from '#app/assessment/ui/ranking-list.tsx'
import { m } from '#app/paraglide/messages.js'
import { Badge } from '#app/ui/badge.tsx'
import { Button, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Note } from '#app/ui/note.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

type FixOrderProps = {
  view: RankingView
  /** What the form starts with, or what was sent and comes back. */
  order: RankedGroups
  reason: string
  reasonErrors: readonly string[]
}

/** The lead starts from the team's average, changes it where there is a reason, and gives it to the parents. */
export function FixOrder({ view, order, reason, reasonErrors }: FixOrderProps) {
  // Until the lead moves something, the list follows what the experts hand in.
  const [moved, setMoved] = useState<RankedGroups | null>(null)
  const shown = moved ?? order
  const { team, members, services, blockers } = view
  const missing = members.filter((member) => !member.hasHandedInAssessment).map(({ name }) => name)
  const names = missing.join(', ')
  return (
    <Card title={m.needs_fix_title()}>
      <p className="mb-4">{team === null ? m.needs_team_lead_none() : m.needs_fix_lead()}</p>
      {blockers.length === 0 ? null : <Blockers view={view} />}
      <Form method="post" id="fix">
        <input type="hidden" name="form" value="fix" />
        {team === null ? null : (
          <div className="row mb-3">
            {isSameOrder(shown, team.order) ? (
              <Badge tone="ok">{m.needs_fix_same()}</Badge>
            ) : (
              <>
                <Badge tone="attention">{m.needs_fix_differs()}</Badge>
                <Button
                  type="submit"
                  variant="quiet"
                  size="small"
                  name="intent"
                  value="average"
                  onClick={(event) => {
                    event.preventDefault()
                    setMoved(team.order)
                  }}
                >
                  {m.needs_fix_back()}
                </Button>
              </>
            )}
          </div>
        )}
        <RankingList items={itemsOf(services)} groups={shown} onChange={setMoved} label={m.needs_fix_label()} />
        {missing.length === 0 ? null : (
          <Note tone="attention" className="mt-4">
            {missing.length === 1 ? m.needs_fix_missing_one({ names }) : m.needs_fix_missing({ names })}
          </Note>
        )}
        <div className="my-4">
          <TextArea
            id="reason"
            name="reason"
            label={m.needs_fix_reason()}
            hint={m.needs_fix_reason_hint()}
            optional
            rows={3}
            defaultValue={reason}
            errors={reasonErrors}
          />
        </div>
        {blockers.length === 0 ? (
          <SubmitButton name="intent" value="fix">
            {m.needs_fix_go()}
          </SubmitButton>
        ) : null}
      </Form>
    </Card>
  )
}

/** What has to be done before the parents can be asked, each with the way there. */
function Blockers({ view }: { view: RankingView }) {
  const { assessmentId } = view.head
  return (
    <Note tone="attention" className="mb-4">
      <b>{m.needs_blocked_title()}</b>
      <ul className="list-disc ps-5">
        {view.blockers.map((blocker) => (
          <li key={blocker.blocker === 'service-lacks' ? blocker.serviceId : blocker.blocker}>
            <Link to={`/assessments/${assessmentId}/${pathOf(blocker)}`}>{blockerText(blocker, view.names)}</Link>
          </li>
        ))}
      </ul>
    </Note>
  )
}

function pathOf(blocker: ProposalBlocker): string {
  if (blocker.blocker === 'goals-not-agreed') return 'goals'
  return blocker.blocker === 'no-service' ? 'services' : `services/${blocker.serviceId}`
}

export function blockerText(blocker: ProposalBlocker, names: RankingView['names']): string {
  switch (blocker.blocker) {
    case 'goals-not-agreed':
      return m.needs_block_goals()
    case 'no-service':
      return m.needs_block_none()
    case 'service-lacks': {
      const name = names[blocker.serviceId]
      return m.needs_block_lacks({
        service: name === undefined ? '' : ownWords(name),
        gaps: blocker.gaps.map(gapText).join(', '),
      })
    }
  }
}
