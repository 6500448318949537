import { Link } from 'react-router'
import type { AssessmentFilter, AssessmentRow } from '#app/assessment/rules/assessment-row.ts'
import type { Waiter } from '#app/assessment/rules/stage.ts'
import { waitsFor } from '#app/assessment/rules/stage.ts'
import { stageLook } from '#app/assessment/ui/stage-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDate } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import type { Column } from '#app/ui/table-column.ts'

export function filterText(filter: AssessmentFilter): string {
  switch (filter) {
    case 'open':
      return m.assessment_filter_open()
    case 'mine':
      return m.assessment_filter_mine()
    case 'family':
      return m.assessment_filter_family()
    case 'experts':
      return m.assessment_filter_experts()
    case 'plan':
      return m.assessment_filter_plan()
    case 'approved':
      return m.assessment_filter_approved()
  }
}

function waiterText(waiter: Waiter): string {
  switch (waiter) {
    case 'guardians':
      return m.assessment_waits_guardians()
    case 'experts':
      return m.assessment_waits_experts()
    case 'lead':
      return m.assessment_waits_lead()
    case 'social_worker':
      return m.assessment_waits_worker()
    case 'signers':
      return m.assessment_waits_signers()
    case 'nobody':
      return '–'
  }
}

/** How long is left, in words: "vēl 3 dienas", "šodien", "kavējas 2 dienas". */
export function daysLeftText(daysLeft: number): string {
  if (daysLeft === 0) return m.assessment_due_today()
  return daysLeft > 0 ? m.assessment_due_left({ count: daysLeft }) : m.assessment_due_overdue({ count: -daysLeft })
}

/** The columns of the list of assessments. */
export function assessmentColumns(): Column<AssessmentRow>[] {
  const locale = getLocale()
  return [
    {
      key: 'name',
      label: m.assessment_list_child(),
      isRowHeader: true,
      sortable: true,
      cell: (row) => (
        <>
          <Link to={`/assessments/${row.assessmentId}`}>{row.childName}</Link>
          <small>
            <span className="num">
              {formatDate(row.startsOn, locale, 'numeric')}–<wbr />
              {formatDate(row.lastDay, locale, 'numeric')}
            </span>
          </small>
        </>
      ),
    },
    { key: 'lead', label: m.assessment_list_lead(), cell: (row) => row.lead ?? '–' },
    { key: 'waits', label: m.assessment_list_waits(), cell: (row) => waiterText(waitsFor(row.stage)) },
    {
      key: 'due',
      label: m.assessment_list_due(),
      sortable: true,
      cell: (row) =>
        row.dueOn === null || row.daysLeft === null ? (
          '–'
        ) : (
          <>
            <span className="num">{formatDate(row.dueOn, locale, 'numeric')}</span>
            <small className={row.daysLeft < 0 ? 'strong' : undefined}>{daysLeftText(row.daysLeft)}</small>
          </>
        ),
    },
    {
      key: 'stage',
      label: m.assessment_list_stage(),
      kind: 'state',
      cell: (row) => {
        const look = stageLook(row.stage)
        return (
          <span className="flex flex-wrap gap-1">
            <Badge tone={look.tone} icon={look.icon}>
              {look.text}
            </Badge>
            {row.isMine ? <Badge tone="attention">{m.assessment_list_mine()}</Badge> : null}
          </span>
        )
      },
    },
  ]
}
