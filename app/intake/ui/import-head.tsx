import { Link } from 'react-router'
import type { ImportView } from '#app/intake/rules/import-view.ts'
import { importLook } from '#app/intake/ui/intake-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

export function ImportHead({ view }: { view: ImportView }) {
  const locale = getLocale()
  const look = importLook(view.state)
  const isOpen = view.state === 'read' || view.state === 'checked'
  return (
    <>
      <PageHead
        back={{ to: '/municipality/imports', label: m.intake_back() }}
        title={view.fileName === '' ? m.intake_no_file_name() : view.fileName}
        over={m.intake_handed_in({ name: view.createdBy, when: formatDateTime(view.createdAt, locale) })}
        actions={
          <Badge tone={look.tone} large>
            {look.text}
          </Badge>
        }
      />
      {isOpen && view.sameFile !== null ? (
        <Note tone="attention" className="mb-4">
          {m.intake_same_file({ when: formatDateTime(view.sameFile.createdAt, locale) })}{' '}
          <Link to={`/municipality/imports/${view.sameFile.id}`}>{m.intake_same_file_link()}</Link>
        </Note>
      ) : null}
    </>
  )
}
