import { data, redirect, useLocation } from 'react-router'
import { listAssessments } from '#app/assessment/list-assessments.server.ts'
import type { AssessmentFilter } from '#app/assessment/rules/assessment-row.ts'
import { assessmentFilters, assessmentSortColumns } from '#app/assessment/rules/assessment-row.ts'
import { assessmentColumns, filterText } from '#app/assessment/ui/assessment-columns.tsx'
import { m } from '#app/paraglide/messages.js'
import { keepSearch, readKeptSearch } from '#app/people/kept-search.server.ts'
import { requireContext } from '#app/people/require-context.server.ts'
import { KeptSearchForm } from '#app/people/ui/kept-search-form.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterChips } from '#app/ui/filter-chips.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readPage, readSort } from '#app/ui/read-sort.ts'
import { searchWith } from '#app/ui/search-link.ts'
import type { Route } from './+types/assessments.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.assessment_list_title() }) }]

export async function loader({ request, context }: Route.LoaderArgs) {
  const params = new URL(request.url).searchParams
  const question = {
    search: readKeptSearch(request, context),
    filter: readFilter(params),
    sort: readSort(params, assessmentSortColumns, { column: 'due', direction: 'ascending' }),
    page: readPage(params),
  }
  const list = await listAssessments(requireContext(context), question)
  if (list === null) throw data(null, { status: 404 })
  return { question, list }
}

/** Keeps the search, which may be a name, out of the address; order and filter stay in it. */
export async function action({ request, context, url }: Route.ActionArgs) {
  const typed = (await request.formData()).get('search')
  return redirect(`/assessments${searchWith(url.search, { page: null })}`, {
    headers: { 'Set-Cookie': keepSearch(context, typeof typed === 'string' ? typed : '') },
  })
}

function readFilter(params: URLSearchParams): AssessmentFilter {
  return assessmentFilters.find((filter) => filter === params.get('show')) ?? 'open'
}

export default function AssessmentsPage({ loaderData: { question, list } }: Route.ComponentProps) {
  const { search } = useLocation()
  const isNarrowed = question.search !== '' || question.filter !== 'open'
  return (
    <>
      <PageHead title={m.assessment_list_title()} lead={m.assessment_list_lead_text()} />
      <KeptSearchForm search={question.search} label={m.assessment_list_search()} />
      <FilterChips
        label={m.assessment_list_filter()}
        chips={assessmentFilters.map((filter) => ({
          to: searchWith(search, { show: filter === 'open' ? null : filter, page: null }),
          label: filterText(filter),
          isOn: filter === question.filter,
          count: list.counts[filter],
        }))}
      />
      <DataTable
        caption={m.assessment_list_title()}
        columns={assessmentColumns()}
        rows={list.rows}
        rowKey={(row) => row.assessmentId}
        rowTone={(row) => (row.daysLeft !== null && row.daysLeft < 0 ? 'flag' : undefined)}
        sort={question.sort}
        paging={{ page: list.page, pageSize: list.pageSize, total: list.total }}
        empty={
          isNarrowed ? (
            <EmptyState title={m.assessment_list_none()} icon="search">
              <p>{m.assessment_list_none_text()}</p>
            </EmptyState>
          ) : (
            <EmptyState title={m.assessment_list_empty()} icon="plan">
              <p>{m.assessment_list_empty_text()}</p>
            </EmptyState>
          )
        }
      />
    </>
  )
}
