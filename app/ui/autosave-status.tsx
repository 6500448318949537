import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime, formatTime } from '#app/platform/i18n/format.ts'
import type { AutosaveState } from '#app/ui/autosave-engine.ts'
import { Button } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'

type Look = { icon: IconName | null; tone: 'quiet' | 'attention' | 'stop'; text: string; offer?: 'again' | 'compare' }

type StatusProps = { state: AutosaveState; onRetry: () => void; onCompare: () => void }

/** One line that says whether what was typed is kept. */
export function AutosaveStatus({ state, onRetry, onCompare }: StatusProps) {
  const { icon, tone, text, offer } = lookOf(state)
  return (
    <div className="autosave-line">
      <output className={classNames('autosave-status', `autosave-${tone}`)}>
        {icon === null ? null : <Icon name={icon} />}
        <span>{text}</span>
      </output>
      {offer === undefined ? null : (
        <Button variant="quiet" size="small" onClick={offer === 'again' ? onRetry : onCompare}>
          {offer === 'again' ? m.ui_autosave_again() : m.ui_autosave_compare()}
        </Button>
      )}
    </div>
  )
}

function lookOf(state: AutosaveState): Look {
  switch (state.kind) {
    case 'saved':
      return { icon: state.savedAt === null ? null : 'check', tone: 'quiet', text: savedText(state) }
    case 'waiting':
      return { icon: null, tone: 'quiet', text: m.ui_autosave_waiting() }
    case 'saving':
      return { icon: null, tone: 'quiet', text: m.ui_autosave_saving() }
    case 'retrying':
      return { icon: 'alert', tone: 'attention', text: m.ui_autosave_retrying(), offer: 'again' }
    case 'conflict':
      return { icon: 'alert', tone: 'attention', text: m.ui_autosave_conflict_status(), offer: 'compare' }
    case 'signed-out':
      return { icon: 'alert', tone: 'stop', text: m.ui_autosave_signed_out(), offer: 'again' }
    case 'refused': {
      const [reason = m.ui_autosave_too_long(), ...more] = state.sentences
      return { icon: 'alert', tone: 'stop', text: [m.ui_autosave_refused(), reason, ...more].join(' ') }
    }
  }
}

function savedText({ savedAt, isNow, mergedWith }: Extract<AutosaveState, { kind: 'saved' }>): string {
  if (savedAt === null) return m.ui_autosave_ready()
  const at = isNow ? formatTime(savedAt, getLocale()) : formatDateTime(savedAt, getLocale(), 'date')
  if (mergedWith === null) return m.ui_autosave_saved({ time: at })
  return m.ui_autosave_merged({ time: at, name: nameText(mergedWith.by) })
}

export function nameText(by: string | null): string {
  return by ?? m.ui_autosave_somebody()
}
