import type { ReactNode } from 'react'
import type { Tone } from '#app/ui/badge.tsx'
import { classNames } from '#app/ui/class-names.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'

const usualIcon = {
  neutral: 'info',
  ok: 'check',
  attention: 'alert',
  stop: 'alert',
  accent: 'info',
} as const satisfies Record<Tone, IconName>

type NoteProps = { tone?: Tone; icon?: IconName; className?: string; children: ReactNode }

/** A rule or a warning where it bites, in one or two sentences. */
export function Note({ tone = 'accent', icon, className, children }: NoteProps) {
  return (
    <div className={classNames('note', tone !== 'accent' && `note-${tone}`, className)}>
      <Icon name={icon ?? usualIcon[tone]} />
      <div>{children}</div>
    </div>
  )
}
