import { Form } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { moneyText } from '#app/plan/ui/plan-words.ts'
import { Button, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Note } from '#app/ui/note.tsx'
import { SumLines } from '#app/ui/sum-lines.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type PrepareFormProps = {
  /** The budget that the preview beside it is computed with. */
  budget: number
  usual: number
  inFund: number
  mayPrepare: boolean
  /** What was sent and refused. */
  sent: { sent: { budget: string; reason: string }; field: string; text: string } | null
}

/** The individual budget is tried out first; what is prepared is the list with the budget that stands beside it. */
export function PrepareForm({ budget, usual, inFund, mayPrepare, sent }: PrepareFormProps) {
  const errorsOf = (field: string) => (sent?.field === field ? [sent.text] : undefined)
  const isShort = inFund < budget
  return (
    <Card title={m.decision_draft_prepare()}>
      <SumLines
        lines={[
          { label: m.decision_draft_fund(), value: moneyText(inFund) },
          { label: m.decision_draft_budget(), value: moneyText(budget) },
          ...(isShort
            ? []
            : [{ label: m.decision_draft_fund_after(), value: moneyText(inFund - budget), isResult: true }]),
        ]}
      />
      {isShort ? (
        <Note tone="attention">
          {m.decision_draft_fund_short({ fund: moneyText(inFund), budget: moneyText(budget) })}
        </Note>
      ) : null}
      {mayPrepare ? (
        <>
          <Form method="get" className="stack mt-4" style={{ '--gap': '0.75rem' }}>
            <TextField
              key={budget}
              id="budget"
              name="budget"
              label={m.decision_draft_budget()}
              hint={m.decision_draft_budget_hint({ budget: moneyText(usual) })}
              suffix="€"
              short
              inputMode="decimal"
              autoComplete="off"
              defaultValue={euros(budget)}
              errors={errorsOf('budget')}
            />
            <div>
              <Button type="submit" variant="secondary" size="small">
                {m.decision_draft_try()}
              </Button>
            </div>
          </Form>
          <Form method="post" className="stack mt-6" style={{ '--gap': '1rem' }}>
            <input type="hidden" name="budget" value={euros(budget)} />
            {budget === usual ? null : (
              <TextArea
                id="reason"
                name="reason"
                label={m.decision_draft_reason()}
                rows={3}
                defaultValue={sent?.sent.reason}
                errors={errorsOf('reason')}
              />
            )}
            <p className="small muted">{m.decision_draft_prepare_text()}</p>
            <SubmitButton wide>{m.decision_draft_submit({ budget: moneyText(budget) })}</SubmitButton>
          </Form>
        </>
      ) : null}
    </Card>
  )
}

/** Cents as a field takes them: 385200 is `3852`, 385250 is `3852,50`. */
function euros(cents: number): string {
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace('.', ',')
}
