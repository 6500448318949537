import { Link } from 'react-router'
import type { NeededServiceView } from '#app/assessment/rules/needs-view.ts'
import { amountText, forWhomText, gapText, ownWords, sumText, whereText } from '#app/assessment/ui/needs-words.ts'
import { m } from '#app/paraglide/messages.js'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { Column } from '#app/ui/table-column.ts'

type TableProps = { assessmentId: string; services: readonly NeededServiceView[] }

/** The services that ask for money of the budget, with what each asks for. */
export function NeededTable({ assessmentId, services }: TableProps) {
  const columns: Column<NeededServiceView>[] = [
    nameColumn(assessmentId),
    {
      key: 'units',
      label: m.needs_col_units(),
      numeric: true,
      cell: ({ units, unit }) => (units === 0 ? m.needs_nobody_says() : amountText(units, unit)),
    },
    {
      key: 'price',
      label: m.needs_col_price(),
      numeric: true,
      cell: ({ unitPrice }) => (unitPrice === null ? '–' : sumText(unitPrice)),
    },
    {
      key: 'cost',
      label: m.needs_col_cost(),
      numeric: true,
      cell: ({ cost }) => (cost === null ? '–' : sumText(cost)),
    },
    stateColumn(),
  ]
  const sum = services.reduce((total, service) => total + (service.cost ?? 0), 0)
  return (
    <DataTable
      caption={m.needs_list_caption()}
      title={m.needs_list_title()}
      columns={columns}
      rows={services}
      rowKey={(service) => service.id}
      footer={{ service: m.needs_sum(), cost: sumText(sum) }}
      empty={
        <EmptyState icon="plan" level={3} title={m.needs_list_empty_title()}>
          {m.needs_list_empty()}
        </EmptyState>
      }
    />
  )
}

/** The services that others pay for, so that the family sees the whole. */
export function CoveredTable({ assessmentId, services }: TableProps) {
  return (
    <DataTable
      caption={m.needs_covered_caption()}
      title={m.needs_covered_title()}
      columns={[
        nameColumn(assessmentId),
        {
          key: 'payer',
          label: m.needs_col_payer(),
          cell: ({ otherPayer }) => (otherPayer.lv === '' ? m.needs_nobody_says() : ownWords(otherPayer)),
        },
        stateColumn(),
      ]}
      rows={services}
      rowKey={(service) => service.id}
      empty={null}
    />
  )
}

function nameColumn(assessmentId: string): Column<NeededServiceView> {
  return {
    key: 'service',
    label: m.needs_col_service(),
    isRowHeader: true,
    cell: ({ serviceId, name, beneficiary, mode, payer }) => (
      <>
        <Link to={`/assessments/${assessmentId}/services/${serviceId}`}>{ownWords(name)}</Link>
        <span className="block small muted font-normal">
          {payer === 'others' ? forWhomText(beneficiary) : `${forWhomText(beneficiary)} · ${whereText(mode)}`}
        </span>
      </>
    ),
  }
}

function stateColumn(): Column<NeededServiceView> {
  return { key: 'state', label: m.needs_col_state(), kind: 'state', cell: (service) => <ServiceState {...service} /> }
}

/** What a service still needs from the team: words, a price, an answer. */
export function ServiceState({ gaps, unitPrice, payer, openQuestions }: NeededServiceView) {
  const isUnpriced = payer === 'individual-budget' && unitPrice === null
  return (
    <span className="flex flex-wrap gap-1">
      {gaps.length === 0 ? (
        <Badge tone="ok">{m.needs_ready()}</Badge>
      ) : (
        <Badge tone="attention">{m.needs_lacks({ gaps: gaps.map(gapText).join(', ') })}</Badge>
      )}
      {isUnpriced ? <Badge tone="attention">{m.needs_no_price()}</Badge> : null}
      {openQuestions === 0 ? null : (
        <Badge tone="attention" icon="message">
          {m.needs_questions_open({ count: openQuestions })}
        </Badge>
      )}
    </span>
  )
}
