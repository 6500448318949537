import { Form } from 'react-router'
import type { ImportView } from '#app/intake/rules/import-view.ts'
import { RefusedFileLink } from '#app/intake/ui/refused-file-link.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatNumber } from '#app/platform/i18n/format.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { Totals } from '#app/ui/totals.tsx'

/** What would be brought in, before anything is. */
export function ImportPreview({ view }: { view: ImportView }) {
  const locale = getLocale()
  const waiting = view.rowCount - view.doneRows
  return (
    <section className="stack">
      <h2>{m.intake_preview_title()}</h2>
      <Totals
        totals={[
          { label: m.intake_count_waiting(), value: formatNumber(waiting, locale), isMain: true },
          { label: m.intake_count_refused(), value: formatNumber(view.refusedRows, locale) },
          { label: m.intake_count_rows(), value: formatNumber(view.rowCount, locale) },
        ]}
      />
      {waiting === 0 ? (
        <Note tone="attention">{m.intake_nothing_to_do()}</Note>
      ) : (
        <Note>{m.intake_preview_lead()}</Note>
      )}
      <Form method="post" className="row">
        {waiting === 0 ? null : (
          <SubmitButton name="intent" value="start">
            {m.intake_start({ count: formatNumber(waiting, locale) })}
          </SubmitButton>
        )}
        <ButtonLink variant="secondary" to="?step=match">
          {m.intake_match_again()}
        </ButtonLink>
        <RefusedFileLink view={view} />
        <SubmitButton name="intent" value="discard" variant="quiet">
          {m.intake_discard()}
        </SubmitButton>
      </Form>
    </section>
  )
}
