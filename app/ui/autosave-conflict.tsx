import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/platform/i18n/format.ts'
import type { AutosaveConflict } from '#app/ui/autosave-answer.ts'
import { nameText } from '#app/ui/autosave-status.tsx'

/** One field that two people changed: what stands beside it, and both texts in words. */
export type Disputed = { name: string; label: string; theirs: string; mine: string }

type PanelProps = { conflict: AutosaveConflict; disputed: readonly Disputed[]; children: ReactNode }

/** Two versions of the same words, side by side. Nothing is lost until the writer chooses. */
export function AutosaveConflictPanel({ conflict, disputed, children }: PanelProps) {
  const at = formatDateTime(conflict.at, getLocale(), 'date')
  const name = nameText(conflict.by)
  return (
    <section className="autosave-conflict" tabIndex={-1} aria-label={m.ui_autosave_conflict_label()}>
      <h3>{m.ui_autosave_conflict_title({ name, time: at })}</h3>
      <p>{m.ui_autosave_conflict_text()}</p>
      {disputed.map(({ name: field, label, theirs, mine }) => (
        <div className="autosave-versions" key={field}>
          <h4>{label}</h4>
          <Version title={m.ui_autosave_theirs({ name })} text={theirs} />
          <Version title={m.ui_autosave_mine()} text={mine} />
        </div>
      ))}
      <div className="row">{children}</div>
    </section>
  )
}

function Version({ title, text }: { title: string; text: string }) {
  return (
    <div className="autosave-version">
      <p className="small muted">{title}</p>
      <p className="autosave-words">{text.trim() === '' ? <i>{m.ui_autosave_nothing()}</i> : text}</p>
    </div>
  )
}
