import type { ReactNode } from 'react'
import { Form, Link } from 'react-router'
import { runsAssessment } from '#app/assessment/rules/seat.ts'
import type { AssessmentOverview, OverviewExpert, OverviewGuardian } from '#app/assessment/rules/overview.ts'
import { professionText } from '#app/assessment/ui/family-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate, startSentence } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

/** Who takes part, what each has done, and the deeds of those who run the assessment. */
export function PartyList({ overview }: { overview: AssessmentOverview }) {
  const isOpen = overview.completedAt === null
  const isRunning = runsAssessment(overview.head.role) && isOpen
  return (
    <div id="people" tabIndex={-1} className="stack" style={{ '--gap': '1.5rem' }}>
      <Card title={m.assessment_parties_family()}>
        <ul className="parties">
          {overview.guardians.map((guardian) => (
            <li key={guardian.personId}>
              <strong>{guardian.name}</strong>
              <GuardianStates guardian={guardian} overview={overview} />
              {isRunning ? (
                <Deeds person={guardian} owes={guardianOwes(guardian, overview)} canEnd={false} canLead={false} />
              ) : null}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={m.assessment_parties_team()}>
        <ul className="parties">
          {overview.experts.map((expert) => (
            <li key={expert.personId}>
              <span>
                <Link to={`/assessments/${overview.head.assessmentId}/experts/${expert.personId}`}>{expert.name}</Link>
                <small className="muted block">{startSentence(professionText(expert.profession))}</small>
              </span>
              <ExpertStates expert={expert} isOpen={isOpen} />
              {runsAssessment(overview.head.role) && expert.endedAt === null ? (
                <Deeds
                  person={expert}
                  owes={isOpen && expert.submittedAt === null}
                  canEnd={!expert.isLead}
                  canLead={!expert.isLead}
                />
              ) : null}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

function guardianOwes(guardian: OverviewGuardian, { proposedAt, rankedAt }: AssessmentOverview): boolean {
  return proposedAt === null ? guardian.wishesDoneAt === null : rankedAt === null
}

function Done({ isDone, done, open }: { isDone: boolean; done: string; open: string }) {
  return isDone ? <Badge tone="ok">{done}</Badge> : <Badge tone="neutral">{open}</Badge>
}

function GuardianStates({ guardian, overview }: { guardian: OverviewGuardian; overview: AssessmentOverview }) {
  const { services, proposedAt, rankedAt } = overview
  return (
    <span className="states">
      <Done
        isDone={guardian.wishesDoneAt !== null}
        done={m.assessment_state_wishes_done()}
        open={m.assessment_state_wishes_open()}
      />
      {proposedAt === null ? null : (
        <>
          <Badge tone={guardian.understood >= services ? 'ok' : 'neutral'}>
            {m.assessment_state_understood({ done: guardian.understood, all: services })}
          </Badge>
          <Done
            isDone={rankedAt !== null}
            done={m.assessment_state_ranked()}
            open={m.assessment_state_ranking_open()}
          />
        </>
      )}
    </span>
  )
}

function ExpertStates({ expert, isOpen }: { expert: OverviewExpert; isOpen: boolean }) {
  if (expert.endedAt !== null) {
    return (
      <span className="states">
        <Badge>{m.assessment_state_left({ date: formatDate(expert.endedAt, getLocale(), 'date') })}</Badge>
      </span>
    )
  }
  return (
    <span className="states">
      {expert.isLead ? (
        <Badge tone="accent" icon="user">
          {m.assessment_state_lead()}
        </Badge>
      ) : null}
      {isOpen || expert.submittedAt !== null ? (
        <Done
          isDone={expert.submittedAt !== null}
          done={m.assessment_state_submitted()}
          open={m.assessment_state_not_submitted()}
        />
      ) : null}
      {isOpen || expert.orderSubmittedAt !== null ? (
        <Done
          isDone={expert.orderSubmittedAt !== null}
          done={m.assessment_state_order()}
          open={m.assessment_state_order_open()}
        />
      ) : null}
    </span>
  )
}

type DeedsProps = {
  person: Pick<OverviewGuardian, 'personId' | 'name' | 'remindedToday'>
  owes: boolean
  canEnd: boolean
  canLead: boolean
}

function Deeds({ person, owes, canEnd, canLead }: DeedsProps) {
  if (!owes && !canEnd && !canLead) return null
  const named = (label: string): ReactNode => (
    <>
      {label}
      <VisuallyHidden>: {person.name}</VisuallyHidden>
    </>
  )
  return (
    <Form method="post" className="deeds" preventScrollReset>
      <input type="hidden" name="personId" value={person.personId} />
      {owes && person.remindedToday ? <span className="muted small">{m.assessment_reminded_today()}</span> : null}
      {owes && !person.remindedToday ? (
        <SubmitButton variant="secondary" size="small" icon="bell" name="intent" value="remind">
          {named(m.assessment_remind())}
        </SubmitButton>
      ) : null}
      {canLead ? (
        <SubmitButton variant="quiet" size="small" name="intent" value="lead">
          {named(m.assessment_make_lead())}
        </SubmitButton>
      ) : null}
      {canEnd ? (
        <SubmitButton variant="quiet" size="small" name="intent" value="end">
          {named(m.assessment_end_expert())}
        </SubmitButton>
      ) : null}
    </Form>
  )
}
