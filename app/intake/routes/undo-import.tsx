import { data, Form, redirect } from 'react-router'
import { getImport } from '#app/intake/get-import.server.ts'
import { dependentText } from '#app/intake/ui/intake-words.ts'
import type { UndoImportRefusal } from '#app/intake/undo-import.server.ts'
import { longestUndoReason, undoImport } from '#app/intake/undo-import.server.ts'
import { vaultOf } from '#app/intake/vault-of.server.ts'
import { m } from '#app/paraglide/messages.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import type { Route } from './+types/undo-import.ts'

export const meta: Route.MetaFunction = () => [{ title: m.ui_page_title({ title: m.intake_undo_title() }) }]

export async function loader({ params: { importId }, context }: Route.LoaderArgs) {
  const question = { importId, state: null, page: 1, vault: vaultOf(context) }
  const view = await getImport(requireContext(context), question)
  if (view === null) throw data(null, { status: 404 })
  const canBeUndone = (view.state === 'done' || view.state === 'failed') && view.dependents.length === 0
  if (!canBeUndone) throw redirect(`/municipality/imports/${importId}`)
  return { id: view.id, fileName: view.fileName, mostReason: longestUndoReason }
}

export async function action({ request, params: { importId }, context }: Route.ActionArgs) {
  const typed = (await request.formData()).get('reason')
  const reason = typeof typed === 'string' ? typed : ''
  const undone = await undoImport(requireContext(context), { importId, reason })
  if (undone.ok) {
    return redirectWithReceipt(context, `/municipality/imports/${importId}`, {
      tone: 'ok',
      title: m.intake_receipt_undone(),
      detail: m.intake_receipt_undone_detail(),
    })
  }
  if (undone.refusal.kind === 'not-found') throw data(null, { status: 404 })
  const isMissing = undone.refusal.kind === 'reason-needed'
  return data({ error: sentenceOf(undone.refusal), isMissing, reason }, { status: isMissing ? 400 : 409 })
}

function sentenceOf(refusal: Exclude<UndoImportRefusal, { kind: 'not-found' }>): string {
  switch (refusal.kind) {
    case 'reason-needed':
      return m.intake_undo_reason_missing()
    case 'not-done':
      return m.intake_too_late()
    case 'in-use':
      return m.intake_undo_in_use({ what: refusal.dependents.map(dependentText).join(', ') })
  }
}

export default function UndoImportPage({ loaderData: { id, fileName, mostReason }, actionData }: Route.ComponentProps) {
  const error = actionData?.error
  const isMissing = actionData?.isMissing === true
  return (
    <>
      <PageHead
        back={{ to: `/municipality/imports/${id}`, label: fileName === '' ? m.intake_no_file_name() : fileName }}
        title={m.intake_undo_title()}
        lead={m.intake_undo_lead()}
      />
      <ErrorSummary
        errors={error === undefined ? [] : [isMissing ? { text: error, href: '#reason' } : { text: error }]}
      />
      <Form method="post" className="stack max-w-2xl">
        <TextArea
          id="reason"
          name="reason"
          label={m.intake_undo_reason()}
          hint={m.intake_undo_reason_hint()}
          rows={3}
          maxLength={mostReason}
          defaultValue={actionData?.reason ?? ''}
          errors={isMissing && error !== undefined ? [error] : undefined}
        />
        <div className="row">
          <SubmitButton variant="danger">{m.intake_undo_confirm()}</SubmitButton>
          <ButtonLink variant="quiet" to={`/municipality/imports/${id}`}>
            {m.intake_undo_keep()}
          </ButtonLink>
        </div>
      </Form>
    </>
  )
}
