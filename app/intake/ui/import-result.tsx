import type { ImportView } from '#app/intake/rules/import-view.ts'
import { dependentText } from '#app/intake/ui/intake-words.ts'
import { RefusedFileLink } from '#app/intake/ui/refused-file-link.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime, formatNumber } from '#app/platform/i18n/format.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { Totals } from '#app/ui/totals.tsx'

/** What became of an import that is over, and what can still be done about it. */
export function ImportResult({ view }: { view: ImportView }) {
  const locale = getLocale()
  const accepted = view.state === 'undone' ? m.intake_count_undone() : m.intake_count_accepted()
  const canBeUndone = view.state === 'done' || view.state === 'failed'
  return (
    <section className="stack">
      <Totals
        totals={[
          { label: accepted, value: formatNumber(view.acceptedRows, locale), isMain: true },
          { label: m.intake_count_unchanged(), value: formatNumber(view.unchangedRows, locale) },
          { label: m.intake_count_refused(), value: formatNumber(view.refusedRows, locale) },
          { label: m.intake_count_rows(), value: formatNumber(view.rowCount, locale) },
        ]}
      />
      {view.failure === null ? null : <Note tone="stop">{m.intake_failed_cells()}</Note>}
      {view.undoneAt === null ? null : (
        <Note tone="attention">
          {m.intake_undone_note({
            name: view.undoneBy ?? '',
            when: formatDateTime(view.undoneAt, locale),
            reason: view.undoneReason ?? '',
          })}
        </Note>
      )}
      {view.isPurged ? <Note>{m.intake_purged()}</Note> : null}
      {view.dependents.length === 0 ? null : (
        <Note>{m.intake_undo_in_use({ what: view.dependents.map(dependentText).join(', ') })}</Note>
      )}
      <div className="row">
        <RefusedFileLink view={view} />
        {canBeUndone && view.dependents.length === 0 && view.acceptedRows > 0 ? (
          <ButtonLink variant="secondary" to={`/municipality/imports/${view.id}/undo`}>
            {m.intake_undo()}
          </ButtonLink>
        ) : null}
      </div>
    </section>
  )
}
