import { redirect, useLocation } from 'react-router'
import { listFamilies } from '#app/insight/list-families.server.ts'
import type { FamilyFilter } from '#app/insight/rules/family-row.ts'
import { familyFilters, familySortColumns } from '#app/insight/rules/family-row.ts'
import { familyColumns, flagText } from '#app/insight/ui/family-columns.tsx'
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
import type { Route } from './+types/families.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.insight_families_title() }) }]

export async function loader({ request, context }: Route.LoaderArgs) {
  const params = new URL(request.url).searchParams
  const question = {
    search: readKeptSearch(request, context),
    filter: readFilter(params),
    sort: readSort(params, familySortColumns, { column: 'name', direction: 'ascending' }),
    page: readPage(params),
  }
  return { question, list: await listFamilies(requireContext(context), question) }
}

/** Keeps the search, which may be a name, out of the address; order and filter stay in it. */
export async function action({ request, context, url }: Route.ActionArgs) {
  const typed = (await request.formData()).get('search')
  return redirect(`/municipality/families${searchWith(url.search, { page: null })}`, {
    headers: { 'Set-Cookie': keepSearch(context, typeof typed === 'string' ? typed : '') },
  })
}

function readFilter(params: URLSearchParams): FamilyFilter {
  return familyFilters.find((filter) => filter === params.get('show')) ?? 'all'
}

export default function FamiliesPage({ loaderData: { question, list } }: Route.ComponentProps) {
  const { search } = useLocation()
  const isNarrowed = question.search !== '' || question.filter !== 'all'
  return (
    <>
      <PageHead
        title={m.insight_families_title()}
        lead={question.search === '' ? m.insight_families_lead({ count: list.counts.all }) : undefined}
      />
      <KeptSearchForm search={question.search} label={m.insight_families_search()} />
      <FilterChips
        label={m.insight_families_filter()}
        chips={familyFilters.map((filter) => ({
          to: searchWith(search, { show: filter === 'all' ? null : filter, page: null }),
          label: flagText(filter),
          isOn: filter === question.filter,
          count: list.counts[filter],
        }))}
      />
      <DataTable
        caption={m.insight_families_caption()}
        columns={familyColumns()}
        rows={list.rows}
        rowKey={(row) => row.childId}
        rowTone={(row) => (row.flags.includes('objection') ? 'flag' : undefined)}
        sort={question.sort}
        paging={{ page: list.page, pageSize: list.pageSize, total: list.total }}
        empty={
          isNarrowed ? (
            <EmptyState title={m.insight_families_none()} icon="search">
              <p>{m.insight_families_none_text()}</p>
            </EmptyState>
          ) : (
            <EmptyState title={m.insight_families_empty()} icon="users">
              <p>{m.insight_families_empty_text()}</p>
            </EmptyState>
          )
        }
      />
    </>
  )
}
