import { data, Link } from 'react-router'
import { addNeededService } from '#app/assessment/add-needed-service.server.ts'
import { getNeededServices } from '#app/assessment/get-needed-services.server.ts'
import { AssessmentHead } from '#app/assessment/ui/assessment-head.tsx'
import { CatalogueSearch } from '#app/assessment/ui/catalogue-search.tsx'
import { CoveredTable, NeededTable } from '#app/assessment/ui/needed-table.tsx'
import { NeedsBudget } from '#app/assessment/ui/needs-budget.tsx'
import { closedText, ownWords } from '#app/assessment/ui/needs-words.ts'
import { m } from '#app/paraglide/messages.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import type { Route } from './+types/needed-services.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: m.ui_page_title({ title: m.needs_page_title({ name: loaderData?.head.childName ?? '' }) }) },
]

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const page = await getNeededServices(requireContext(context), params)
  if (page === null) throw data(null, { status: 404 })
  const query = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 100)
  const { head, state, services, catalogue, budget } = page
  const found = catalogue.filter(({ name, description }) =>
    [name, description].some((text) => plain(`${text.lv} ${text.en}`).includes(plain(query))),
  )
  return { head, state, services, catalogue: found, isWholeListed: catalogue.length === 0, budget, query }
}

export async function action({ context, params: { assessmentId }, request }: Route.ActionArgs) {
  const ctx = requireContext(context)
  const serviceId = String((await request.formData()).get('serviceId') ?? '')
  const added = await addNeededService(ctx, { assessmentId, serviceId })
  if (!added.ok) {
    const { kind } = added.refusal
    if (kind === 'not-found') throw data(null, { status: 404 })
    return data({ error: refusalText(kind) }, { status: 409 })
  }
  const page = await getNeededServices(ctx, { assessmentId })
  const service = page?.services.find((one) => one.serviceId === serviceId)
  return redirectWithReceipt(context, `/assessments/${assessmentId}/services/${serviceId}`, {
    tone: 'ok',
    title: m.needs_added({ service: service === undefined ? '' : ownWords(service.name) }),
    detail: m.needs_added_detail(),
  })
}

function refusalText(kind: 'completed' | 'proposed' | 'unknown-service' | 'already-listed'): string {
  switch (kind) {
    case 'completed':
      return m.needs_refused_completed()
    case 'proposed':
      return m.needs_refused_proposed()
    case 'unknown-service':
      return m.needs_add_unknown()
    case 'already-listed':
      return m.needs_add_already()
  }
}

/** For search: without capitals and the marks of Latvian letters. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
}

export default function NeededServices({ loaderData, actionData }: Route.ComponentProps) {
  const { head, state, services, budget } = loaderData
  const needed = services.filter((service) => service.payer === 'individual-budget')
  const covered = services.filter((service) => service.payer === 'others')
  return (
    <>
      <AssessmentHead head={head} current="services" />
      <ErrorSummary errors={actionData === undefined ? [] : [{ text: actionData.error }]} />
      <div className="split">
        <div className="stack">
          {state === 'open' ? null : <Note tone="neutral">{closedText(state)}</Note>}
          <NeededTable assessmentId={head.assessmentId} services={needed} />
          {covered.length === 0 ? null : <CoveredTable assessmentId={head.assessmentId} services={covered} />}
        </div>
        <aside className="stack">
          {needed.length === 0 ? null : <NeedsBudget services={needed} budget={budget} />}
          {needed.length === 0 ? null : (
            <p>
              <Link to={`/assessments/${head.assessmentId}/ranking`}>{m.needs_to_ranking()}</Link>
            </p>
          )}
        </aside>
      </div>
      {state === 'open' ? (
        <CatalogueSearch
          catalogue={loaderData.catalogue}
          query={loaderData.query}
          isWholeListed={loaderData.isWholeListed}
        />
      ) : null}
    </>
  )
}
