import { haveUnderstood } from '#app/assessment/rules/family-steps.ts'
import type { FamilyService } from '#app/assessment/rules/family-view.ts'
import '#app/assessment/ui/family.css'
import { m } from '#app/paraglide/messages.js'
import { FamilyQuestions, type SentQuestion } from '#app/plan/ui/family-questions.tsx'
import { modeText, moneyText, ownText, unitsText } from '#app/plan/ui/plan-words.ts'
import { startSentence } from '#app/platform/i18n/format.ts'
import { Form } from 'react-router'
import { Badge } from '#app/ui/badge.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'

type FamilyServiceProps = {
  service: FamilyService
  /** Cents of one unit at the municipality's cap; null when no cap covers it today. */
  unitPrice: number | null
  isReadOnly: boolean
  now: number
  sent: SentQuestion | null
}

/** One proposed service in plain words: what it is, why, how much, what it serves, what it costs, and what is asked of it. */
export function FamilyServiceCard(props: FamilyServiceProps) {
  const { service, unitPrice, isReadOnly, now, sent } = props
  const isCovered = service.otherPayer !== null
  return (
    <article id={`s-${service.id}`} className="scroll-mt-20">
      <Card title={ownText(service.name)} aside={<ReadBadge service={service} />}>
        <p className="muted">{howText(service)}</p>
        <Paragraph title={m.ranking_service_what()} text={ownText(service.explanation)} />
        <Paragraph title={m.ranking_service_why()} text={ownText(service.reason)} />
        <Goals goals={service.goals} />
        <h3 className="mt-4">{isCovered ? m.ranking_service_payer() : m.ranking_service_cost()}</h3>
        <p>{service.otherPayer === null ? costText(service, unitPrice) : ownText(service.otherPayer)}</p>
        <Understood service={service} isReadOnly={isReadOnly} />
        <FamilyQuestions service={service} isReadOnly={isReadOnly} now={now} sent={sent} />
      </Card>
    </article>
  )
}

function ReadBadge({ service }: { service: FamilyService }) {
  return haveUnderstood(service) ? (
    <Badge tone="ok">{m.ranking_read()}</Badge>
  ) : (
    <Badge tone="attention">{m.ranking_unread()}</Badge>
  )
}

function Paragraph({ title, text }: { title: string; text: string }) {
  if (text.trim() === '') return null
  return (
    <>
      <h3 className="mt-4">{title}</h3>
      <p className="own-words">{text}</p>
    </>
  )
}

function Goals({ goals }: Pick<FamilyService, 'goals'>) {
  if (goals.length === 0) return null
  return (
    <>
      <h3 className="mt-4">{m.ranking_service_goal()}</h3>
      <ul className="stack" style={{ '--gap': '0.5rem' }}>
        {goals.map(({ id, text, wish }) => (
          <li key={id}>
            {text}
            {wish === null ? null : <span className="small muted block">{m.ranking_service_wish({ text: wish })}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

function howText({ units, unit, sessionsPerWeek, mode, beneficiary, otherPayer }: FamilyService): string {
  const parts = [
    ...(otherPayer === null ? [unitsText(units, unit)] : []),
    ...(sessionsPerWeek === null ? [] : [m.plan_per_week({ count: sessionsPerWeek })]),
    ...(mode === null ? [] : [modeText(mode)]),
    beneficiary === 'child'
      ? m.ranking_for_child()
      : beneficiary === 'parents'
        ? m.plan_for_parents()
        : m.plan_for_both(),
  ]
  return startSentence(parts.join(', '))
}

function costText({ units, unit }: FamilyService, unitPrice: number | null): string {
  if (unitPrice === null) return m.ranking_service_no_price()
  return m.ranking_service_sum({
    units: unitsText(units, unit),
    price: moneyText(unitPrice),
    amount: moneyText(units * unitPrice),
  })
}

/** Each guardian marks it for themselves; the mark can be taken back. */
function Understood({ service, isReadOnly }: { service: FamilyService; isReadOnly: boolean }) {
  const isMine = haveUnderstood(service)
  const others = service.understoodBy.filter(({ isMe }) => !isMe).map(({ name }) => name)
  return (
    <Form method="post" className="stack mt-6" style={{ '--gap': '0.5rem' }}>
      <input type="hidden" name="service" value={service.id} />
      {isReadOnly ? null : isMine ? (
        <p className="row">
          <span className="small muted">{m.ranking_understood_mine()}</span>
          <SubmitButton variant="quiet" size="small" className="-ml-3" name="intent" value="not-understood">
            {m.ranking_understood_back()}
          </SubmitButton>
        </p>
      ) : (
        <SubmitButton variant="secondary" wide icon="check" name="intent" value="understood">
          {m.ranking_understood()}
        </SubmitButton>
      )}
      {others.length === 0 ? null : (
        <p className="small muted">{m.ranking_understood_others({ names: others.join(', ') })}</p>
      )}
    </Form>
  )
}
