import { data, redirect } from 'react-router'
import { listImports } from '#app/intake/get-import.server.ts'
import { handInFile } from '#app/intake/hand-in-file.server.ts'
import { HandInForm } from '#app/intake/ui/hand-in-form.tsx'
import { ImportList } from '#app/intake/ui/import-list.tsx'
import { fileRefusalText } from '#app/intake/ui/intake-words.ts'
import { TemplateCard } from '#app/intake/ui/template-card.tsx'
import { vaultOf } from '#app/intake/vault-of.server.ts'
import { m } from '#app/paraglide/messages.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readPage } from '#app/ui/read-sort.ts'
import type { Route } from './+types/imports.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.intake_title() }) }]

export async function loader({ request, context }: Route.LoaderArgs) {
  return listImports(requireContext(context), { page: readPage(new URL(request.url).searchParams) })
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = requireContext(context)
  const sent = (await request.formData()).get('file')
  const file = sent instanceof File ? sent : null
  const handedIn = await handInFile(ctx, {
    fileName: file?.name ?? '',
    file: Buffer.from((await file?.arrayBuffer()) ?? new ArrayBuffer(0)),
    vault: vaultOf(context),
  })
  if (handedIn.ok) return redirect(`/municipality/imports/${handedIn.value.importId}`)
  const { refusal } = handedIn
  if (refusal.kind === 'not-found') throw data(null, { status: 404 })
  return data({ error: fileRefusalText(refusal) }, { status: refusal.kind === 'no-file' ? 400 : 422 })
}

export default function ImportsPage({ loaderData: list, actionData }: Route.ComponentProps) {
  const error = actionData?.error
  return (
    <>
      <PageHead title={m.intake_title()} lead={m.intake_lead()} />
      <ErrorSummary errors={error === undefined ? [] : [{ text: error, href: '#file' }]} />
      <div className="stack" style={{ '--gap': '1.5rem' }}>
        <div className="split split-wide">
          <HandInForm error={error} />
          <TemplateCard />
        </div>
        <ImportList list={list} />
      </div>
    </>
  )
}
