import { data } from 'react-router'
import { getImport } from '#app/intake/get-import.server.ts'
import { matchColumns } from '#app/intake/match-columns.server.ts'
import { readMatching } from '#app/intake/read-matching-form.server.ts'
import type { ImportView } from '#app/intake/rules/import-view.ts'
import { importRowStates } from '#app/intake/rules/import-view.ts'
import { discardImport, startImport } from '#app/intake/start-import.server.ts'
import { ImportHead } from '#app/intake/ui/import-head.tsx'
import { ImportPreview } from '#app/intake/ui/import-preview.tsx'
import { ImportResult } from '#app/intake/ui/import-result.tsx'
import { ImportRows } from '#app/intake/ui/import-rows.tsx'
import { problemText } from '#app/intake/ui/intake-words.ts'
import { MatchForm } from '#app/intake/ui/match-form.tsx'
import { RunningImport } from '#app/intake/ui/running-import.tsx'
import { vaultOf } from '#app/intake/vault-of.server.ts'
import { m } from '#app/paraglide/messages.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { portalContext } from '#app/platform/http/portal-context.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { readPage } from '#app/ui/read-sort.ts'
import type { Route } from './+types/import.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.intake_title() }) }]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams
  const state = importRowStates.find((known) => known === search.get('rows')) ?? null
  const view = await getImport(requireContext(context), {
    importId: params.importId,
    state,
    page: readPage(search),
    vault: vaultOf(context),
  })
  if (view === null) throw data(null, { status: 404 })
  return { view, shown: state, isMatching: view.state === 'read' || search.get('step') === 'match' }
}

export async function action({ request, params: { importId }, context }: Route.ActionArgs) {
  const ctx = requireContext(context)
  const form = await request.formData()
  const here = `/municipality/imports/${importId}`
  const intent = form.get('intent')
  if (intent === 'discard') {
    const discarded = await discardImport(ctx, { importId })
    if (!discarded.ok) return refused(discarded.refusal)
    return redirectWithReceipt(context, '/municipality/imports', { tone: 'ok', title: m.intake_receipt_discarded() })
  }
  if (intent === 'start') {
    const started = await startImport(ctx, { importId })
    if (!started.ok) return refused(started.refusal)
    context.get(portalContext).poke()
    return redirectWithReceipt(context, here, { tone: 'ok', title: m.intake_receipt_started() })
  }
  const matched = await matchColumns(ctx, { importId, matching: readMatching(form), vault: vaultOf(context) })
  if (matched.ok) return redirectWithReceipt(context, here, { tone: 'ok', title: m.intake_receipt_checked() })
  if (matched.refusal.kind !== 'not-usable') return refused(matched.refusal)
  const errors = matched.refusal.problems.map((problem) => ({ column: problem.column, text: problemText(problem) }))
  return data({ errors, matching: readMatching(form) }, { status: 400 })
}

function refused({ kind }: { kind: 'not-found' | 'not-checked' | 'too-late' | 'nothing-to-do' }) {
  if (kind === 'not-found') throw data(null, { status: 404 })
  const text = kind === 'nothing-to-do' ? m.intake_nothing_to_do() : m.intake_too_late()
  return data({ errors: [{ column: null, text }], matching: null }, { status: 409 })
}

export default function ImportPage({ loaderData, actionData }: Route.ComponentProps) {
  const { view, shown, isMatching } = loaderData
  const errors = actionData?.errors ?? []
  return (
    <>
      <ImportHead view={view} />
      <ErrorSummary
        errors={errors.map(({ column, text }) => (column === null ? { text } : { text, href: `#${column}` }))}
      />
      <div className="stack" style={{ '--gap': '1.5rem' }}>
        <Step view={view} isMatching={isMatching} sent={actionData} />
        {view.matching === null || isMatching || view.isPurged ? null : <ImportRows view={view} shown={shown} />}
      </div>
    </>
  )
}

type Sent = Route.ComponentProps['actionData']

function Step({ view, isMatching, sent }: { view: ImportView; isMatching: boolean; sent: Sent }) {
  switch (view.state) {
    case 'read':
    case 'checked':
      return isMatching ? (
        <MatchForm view={view} matching={sent?.matching ?? view.guess} errors={sent?.errors ?? []} />
      ) : (
        <ImportPreview view={view} />
      )
    case 'running':
      return <RunningImport view={view} />
    default:
      return <ImportResult view={view} />
  }
}
