import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { moneyText } from '#app/plan/ui/plan-words.ts'
import { formatNumber, formatQuantity } from '#app/platform/i18n/format.ts'
import type { CancelledHow, ServiceUse, UseTotals } from '#app/progress/rules/period-use.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import type { Column } from '#app/ui/table-column.ts'
import { Totals } from '#app/ui/totals.tsx'

export function UseTotalsLine({ totals }: { totals: UseTotals }) {
  return (
    <Totals
      totals={[
        { label: m.progress_back_planned(), value: moneyText(totals.planned) },
        {
          label: m.progress_back_received(),
          value: moneyText(totals.delivered),
          note: m.progress_back_received_note({ count: totals.sessions }),
          isMain: true,
        },
        ...(totals.fees === 0 ? [] : [{ label: m.progress_back_fees(), value: moneyText(totals.fees) }]),
        { label: m.progress_back_unused(), value: moneyText(totals.unused) },
      ]}
    />
  )
}

/** Per service what was planned and what became of it: booked, received, missed, called off and why, unused. */
export function PeriodServices({ services, totals }: { services: readonly ServiceUse[]; totals: UseTotals }) {
  return (
    <DataTable
      caption={m.progress_back_services()}
      title={m.progress_back_services()}
      columns={columnsOf()}
      rows={services}
      rowKey={({ serviceId }) => serviceId}
      footer={{
        service: m.progress_back_total(),
        planned: moneyText(totals.planned),
        received: moneyText(totals.delivered),
        unused: moneyText(totals.unused),
      }}
      empty={<p className="muted p-4">{m.progress_back_services_none()}</p>}
    />
  )
}

function columnsOf(): Column<ServiceUse>[] {
  const locale = getLocale()
  const count = (value: number) => formatNumber(value, locale)
  return [
    {
      key: 'service',
      label: m.progress_back_service(),
      isRowHeader: true,
      cell: ({ name }) => (locale === 'lv' ? name.lv : name.en),
    },
    {
      key: 'planned',
      label: m.progress_back_planned(),
      numeric: true,
      cell: ({ plannedUnits, planned, unit }) => (
        <Both main={moneyText(planned)} note={formatQuantity(plannedUnits, unit, locale)} />
      ),
    },
    {
      key: 'booked',
      label: m.progress_back_booked(),
      numeric: true,
      cell: ({ bookings, open }) => (
        <Both main={count(bookings)} note={open === 0 ? null : m.progress_back_booked_open({ count: open })} />
      ),
    },
    {
      key: 'received',
      label: m.progress_back_received(),
      numeric: true,
      cell: ({ delivered, deliveredUnits, unit }) => (
        <Both main={moneyText(delivered)} note={formatQuantity(deliveredUnits, unit, locale)} />
      ),
    },
    {
      key: 'missed',
      label: m.progress_back_not_attended(),
      numeric: true,
      cell: ({ notAttended }) => count(notAttended),
    },
    {
      key: 'cancelled',
      label: m.progress_back_cancelled(),
      numeric: true,
      cell: ({ cancelled }) =>
        cancelled.length === 0 ? (
          count(0)
        ) : (
          <ul className="xs">
            {cancelled.map((one) => (
              <li key={`${one.by}-${one.reason}`}>
                {m.progress_back_cancelled_line({
                  reason: reasonText(one.reason),
                  count: one.count,
                  by: byText(one.by),
                })}
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'unused',
      label: m.progress_back_unused(),
      numeric: true,
      cell: ({ unused, unusedUnits, unit }) => (
        <Both main={moneyText(unused)} note={formatQuantity(unusedUnits, unit, locale)} />
      ),
    },
  ]
}

function Both({ main, note }: { main: string; note: string | null }) {
  return (
    <>
      {main}
      {note === null ? null : <span className="xs muted block">{note}</span>}
    </>
  )
}

function reasonText(reason: string): string {
  switch (reason) {
    case 'plans_changed':
      return m.calendar_reason_plans_changed()
    case 'child_ill':
      return m.calendar_reason_child_ill()
    case 'specialist_ill':
      return m.calendar_reason_specialist_ill()
    case 'specialist_unavailable':
      return m.calendar_reason_specialist_unavailable()
    case 'place_unavailable':
      return m.calendar_reason_place_unavailable()
    default:
      return m.calendar_reason_other()
  }
}

function byText(by: CancelledHow['by']): string {
  switch (by) {
    case 'guardian':
      return m.progress_back_by_guardian()
    case 'provider':
      return m.progress_back_by_provider()
    case 'municipality':
      return m.progress_back_by_municipality()
  }
}
