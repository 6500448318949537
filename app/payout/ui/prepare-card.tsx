import { Form, Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate, formatMoney } from '#app/platform/i18n/format.ts'
import type { Cents } from '#app/platform/money.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterChips } from '#app/ui/filter-chips.tsx'
import { Money } from '#app/ui/money.tsx'
import { Note } from '#app/ui/note.tsx'
import type { Column } from '#app/ui/table-column.ts'
import type { RunPreview } from '../screen-types.ts'
import { LeftOutTable } from './left-out-table.tsx'
import { monthDays } from './month-days.ts'
import { daysOf } from './run-words.ts'

type PrepareCardProps = {
  months: readonly { month: string; count: number; amount: Cents }[]
  preview: RunPreview
  /** Days that were asked for and are no stretch of days, as they were typed. */
  wrongDates: { from: string; to: string } | null
}

/** Choosing the days, seeing what they would pay and what not, and preparing the run with that very sum. */
export function PrepareCard({ months, preview, wrongDates }: PrepareCardProps) {
  const { firstDay, lastDay, executionDate, total } = preview
  const date = formatDate(executionDate, getLocale(), 'day-heading')
  return (
    <>
      <Card title={m.payout_prepare_title()}>
        <div className="stack">
          <MonthChips months={months} preview={preview} />
          <DaysForm days={wrongDates ?? { from: firstDay, to: lastDay }} isWrong={wrongDates !== null} />
          {total === 0 ? (
            <EmptyState title={m.payout_prepare_nothing()} icon="check" level={3}>
              {m.payout_prepare_nothing_next()}
            </EmptyState>
          ) : (
            <Form method="post" className="stack">
              <input type="hidden" name="from" value={firstDay} />
              <input type="hidden" name="to" value={lastDay} />
              <input type="hidden" name="total" value={total} />
              <p>{m.payout_prepare_days({ days: daysOf(preview), date })}</p>
              <div>
                <SubmitButton>{m.payout_prepare_submit({ sum: formatMoney(total, getLocale()) })}</SubmitButton>
              </div>
              <p className="muted">{m.payout_prepare_next()}</p>
            </Form>
          )}
          <Earlier preview={preview} />
        </div>
      </Card>
      {preview.shares.length === 0 ? null : <Shares preview={preview} />}
      <LeftOutTable rows={preview.leftOut} />
    </>
  )
}

function MonthChips({ months, preview }: Pick<PrepareCardProps, 'months' | 'preview'>) {
  if (months.length === 0) return null
  const chips = months.map(({ month, amount }) => {
    const { firstDay, lastDay } = monthDays(month)
    return {
      to: `?from=${firstDay}&to=${lastDay}`,
      label: `${daysOf({ firstDay, lastDay })}: ${formatMoney(amount, getLocale())}`,
      isOn: preview.firstDay === firstDay && preview.lastDay === lastDay,
    }
  })
  return (
    <div>
      <p className="strong mb-2">{m.payout_prepare_months()}</p>
      <FilterChips chips={chips} label={m.payout_prepare_months()} />
    </div>
  )
}

function DaysForm({ days: { from, to }, isWrong }: { days: { from: string; to: string }; isWrong: boolean }) {
  return (
    <details className="more" open={isWrong}>
      <summary>{m.payout_prepare_dates()}</summary>
      <Form method="get" className="row items-end" preventScrollReset>
        <DateField
          key={`from ${from}`}
          id="from"
          name="from"
          label={m.payout_prepare_from()}
          defaultValue={from}
          required
          errors={isWrong ? [m.payout_no_dates()] : []}
        />
        <DateField key={`to ${to}`} name="to" label={m.payout_prepare_to()} defaultValue={to} required />
        <SubmitButton variant="secondary">{m.payout_prepare_show()}</SubmitButton>
      </Form>
    </details>
  )
}

function Earlier({ preview: { earlier, lastDay } }: { preview: RunPreview }) {
  if (earlier === null) return null
  const locale = getLocale()
  return (
    <Note tone="attention">
      <p>{m.payout_prepare_earlier({ sum: formatMoney(earlier.amount, locale) })}</p>
      <p>
        <Link to={`?from=${earlier.since}&to=${lastDay}`} preventScrollReset>
          {m.payout_prepare_earlier_link({ date: formatDate(earlier.since, locale, 'long') })}
        </Link>
      </p>
    </Note>
  )
}

function Shares({ preview }: { preview: RunPreview }) {
  const columns: Column<RunPreview['shares'][number]>[] = [
    { key: 'payee', label: m.payout_col_payee(), isRowHeader: true, cell: (share) => share.name },
    { key: 'sessions', label: m.payout_col_sessions(), numeric: true, cell: (share) => share.sessions },
    { key: 'amount', label: m.payout_col_amount(), numeric: true, cell: (share) => <Money cents={share.amount} /> },
  ]
  return (
    <DataTable
      title={m.payout_prepare_would_pay()}
      caption={m.payout_prepare_would_pay()}
      columns={columns}
      rows={preview.shares}
      rowKey={(share) => share.providerId}
      footer={{
        sessions: preview.shares.reduce((sum, share) => sum + share.sessions, 0),
        amount: <Money cents={preview.total} />,
      }}
      empty={null}
    />
  )
}
