import { data, Form } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { answerRevisionForm } from '#app/plan/answer-revision-form.server.ts'
import { getRevision } from '#app/plan/get-revision.server.ts'
import { listedLines } from '#app/plan/rules/revision-view.ts'
import { AddService } from '#app/plan/ui/add-service.tsx'
import { MoveOn } from '#app/plan/ui/move-on.tsx'
import { RevisionEditor, tightLines } from '#app/plan/ui/revision-editor.tsx'
import { answerAutosave, readAutosave } from '#app/platform/http/autosave.server.ts'
import { redirectWithReceipt } from '#app/platform/http/flash.server.ts'
import { AutosaveForm } from '#app/ui/autosave-form.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { Route } from './+types/revision.ts'

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: m.ui_page_title({
      title: loaderData === undefined ? m.revision_version_draft() : titleOf(loaderData.revision),
    }),
  },
]

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const revision = await getRevision(requireContext(context), params)
  if (revision === null) throw data(null, { status: 404 })
  return { revision, moving: new URL(request.url).searchParams.get('move') }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = requireContext(context)
  const draft = await getRevision(ctx, params)
  if (draft === null) throw data(null, { status: 404 })
  const form = await request.formData()
  const { isAutosave, version } = readAutosave(form)
  const answer = await answerRevisionForm(ctx, {
    draft,
    form,
    version: version ?? draft.editVersion,
    locale: getLocale(),
  })
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  switch (answer.kind) {
    case 'not-found':
      throw data(null, { status: 404 })
    case 'done':
      return redirectWithReceipt(context, answer.to, { tone: 'ok', title: answer.title })
    case 'saved': {
      const { editVersion, savedAt } = answer.saved
      return answerAutosave(context, { saved: { version: editVersion, savedAt } })
    }
    case 'conflict':
      if (isAutosave) return answerAutosave(context, { conflict: answer.conflict })
      return data({ form: { errors: [], typed, conflict: { ...answer.conflict, typed } } }, { status: 409 })
    case 'again':
      if (isAutosave) return answerAutosave(context, { errors: answer.errors })
      return data({ form: { errors: answer.errors, typed, conflict: null } }, { status: answer.status })
  }
}

/** Also after a refusal: what was typed is saved before, and the page goes on from there. */
export function shouldRevalidate(): boolean {
  return true
}

function titleOf({ version }: { version: number }): string {
  return m.revision_edit_title({ version })
}

export default function RevisionPage({ loaderData: { revision, moving }, actionData }: Route.ComponentProps) {
  const { childId, planId, state, isSealed, request } = revision
  const here = `/municipality/families/${childId}/revisions/${planId}`
  const sent = actionData !== undefined && 'form' in actionData ? actionData.form : null
  const errors = sent?.errors ?? []
  const errorOf = Object.fromEntries(errors.map(({ field, text }) => [field, text]))
  const isOpen = state === 'draft' && !isSealed
  return (
    <>
      <PageHead
        back={{
          to: `/municipality/families/${childId}/plan?period=${revision.periodId}`,
          label: m.revision_staff_title(),
        }}
        title={titleOf(revision)}
        over={revision.childName}
        lead={isOpen ? m.revision_edit_lead() : undefined}
      />
      <ErrorSummary errors={errors.map(({ field, text }) => (field === '' ? { text } : { text, href: `#${field}` }))} />
      {request === null ? null : (
        <Note className="mb-6">{m.revision_edit_request({ name: request.name, reason: request.reason })}</Note>
      )}
      {isOpen ? (
        <AutosaveForm
          key={`${revision.editVersion}.${moving ?? ''}`}
          version={revision.editVersion}
          savedAt={revision.editedAt}
          conflict={sent?.conflict ?? null}
        >
          <div className="stack" style={{ '--gap': '1.5rem' }}>
            {moving === null ? null : (
              <MoveOn
                budget={revision.budget}
                lines={revision.lines}
                serviceId={moving}
                backHref={here}
                error={errorOf.moveWhy}
                why={sent?.typed.moveWhy ?? ''}
              />
            )}
            <RevisionEditor
              budget={revision.budget}
              reason={revision.reason}
              lines={revision.lines}
              typed={sent?.typed ?? null}
              errors={errorOf}
              moveHrefOf={(serviceId) => `${here}?move=${serviceId}`}
              bookings={<BookingsToSettle revision={revision} here={here} />}
            >
              <AddService services={revision.toAdd} typed={sent?.typed ?? null} errors={errorOf} />
            </RevisionEditor>
          </div>
        </AutosaveForm>
      ) : (
        <Closed planId={planId} isSealed={isSealed && state === 'draft'} />
      )}
    </>
  )
}

function BookingsToSettle({
  revision,
  here,
}: {
  revision: Route.ComponentProps['loaderData']['revision']
  here: string
}) {
  if (tightLines(listedLines(revision.lines)).length === 0) return null
  return (
    <Card title={m.revision_edit_bookings()} tone="attention">
      <p>{m.revision_edit_bookings_text()}</p>
      <ButtonLink variant="secondary" to={`${here}/bookings`}>
        {m.revision_edit_bookings()}
      </ButtonLink>
    </Card>
  )
}

function Closed({ planId, isSealed }: { planId: string; isSealed: boolean }) {
  return (
    <Card>
      <div className="stack">
        <p>{isSealed ? m.revision_edit_reopen_text() : m.revision_edit_closed()}</p>
        <Form method="post" className="row">
          <ButtonLink to={`/plans/${planId}`}>
            {isSealed ? m.revision_version_sign() : m.revision_version_open()}
          </ButtonLink>
          {isSealed ? (
            <SubmitButton variant="secondary" name="intent" value="reopen">
              {m.revision_edit_reopen()}
            </SubmitButton>
          ) : null}
        </Form>
      </div>
    </Card>
  )
}
