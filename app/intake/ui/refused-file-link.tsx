import type { ImportView } from '#app/intake/rules/import-view.ts'
import { m } from '#app/paraglide/messages.js'
import { buttonClass } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** The refused rows as a file to mend and hand in again. */
export function RefusedFileLink({ view }: { view: ImportView }) {
  if (view.refusedRows === 0 || view.isPurged) return null
  return (
    <a href={`/municipality/imports/${view.id}/refused.csv`} download className={buttonClass({ variant: 'secondary' })}>
      <Icon name="download" />
      {m.intake_refused_file()}
    </a>
  )
}
