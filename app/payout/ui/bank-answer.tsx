import { Form } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateRange, formatMoney } from '#app/platform/i18n/format.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { RunPage } from '../screen-types.ts'

export type TypedAnswer = { bankDate: string; failed: readonly { payoutId: string; reason: string }[] }

type BankAnswerProps = Pick<RunPage, 'run' | 'payees' | 'bankDates'> & {
  typed: TypedAnswer | null
  dateError: string | null
  /** Concerns the ticked payments whose reason is empty. */
  reasonError: string | null
}

/** Hands out the file and takes the bank's answer: its date, and payments that it did not make. */
export function BankAnswer({ run, payees, bankDates, typed, dateError, reasonError }: BankAnswerProps) {
  const locale = getLocale()
  const days = formatDateRange(bankDates.first, bankDates.last, locale)
  return (
    <Card title={m.payout_execute_title()}>
      <Form method="post" className="stack">
        <DateField
          id="bankDate"
          name="bankDate"
          label={m.payout_execute_date()}
          hint={m.payout_execute_date_hint({ days })}
          min={bankDates.first}
          max={bankDates.last}
          defaultValue={typed?.bankDate ?? bankDates.last}
          required
          errors={dateError === null ? [] : [dateError]}
        />
        <details open={(typed?.failed.length ?? 0) > 0}>
          <summary className="link">{m.payout_execute_failed()}</summary>
          <fieldset className="mt-3">
            <legend className="muted mb-3">{m.payout_execute_failed_hint()}</legend>
            <ul>
              {payees.map(({ payoutId, name, amount }) => {
                const before = typed?.failed.find((failed) => failed.payoutId === payoutId)
                return (
                  <li key={payoutId} className="group/payee">
                    <CheckboxField
                      name="failed"
                      value={payoutId}
                      label={`${name}, ${formatMoney(amount, locale)}`}
                      defaultChecked={before !== undefined}
                      bare
                    />
                    <div className="hidden pt-1 pb-3 pl-9 group-has-[:checked]/payee:block">
                      <TextField
                        name={`reason-${payoutId}`}
                        label={m.payout_execute_reason({ name })}
                        defaultValue={before?.reason}
                        maxLength={500}
                        errors={
                          before !== undefined && before.reason === '' && reasonError !== null ? [reasonError] : []
                        }
                      />
                    </div>
                  </li>
                )
              })}
            </ul>
          </fieldset>
        </details>
        <div>
          <SubmitButton name="intent" value="execute">
            {m.payout_execute_submit()}: {formatMoney(run.total, locale)}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  )
}

/** The file for the bank, from the approval on. */
export function RunFileLink({ runId }: { runId: string }) {
  return (
    <div className="stack">
      <ButtonLink to={`/municipality/payouts/${runId}/file`} icon="download" variant="secondary" reloadDocument>
        {m.payout_file()}
      </ButtonLink>
      <p className="muted">{m.payout_file_hint()}</p>
    </div>
  )
}
