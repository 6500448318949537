import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'

export type Tone = 'neutral' | 'ok' | 'attention' | 'stop' | 'accent'

const usualIcon = {
  neutral: 'minus',
  ok: 'check',
  attention: 'clock',
  stop: 'alert',
  accent: 'info',
} as const satisfies Record<Tone, IconName>

type BadgeProps = { tone?: Tone; icon?: IconName; large?: boolean; children: ReactNode }

/** A state in a sign and a word. Not pressable. */
export function Badge({ tone = 'neutral', icon, large = false, children }: BadgeProps) {
  return (
    <span className={classNames('badge', tone !== 'neutral' && `badge-${tone}`, large && 'badge-large')}>
      <Icon name={icon ?? usualIcon[tone]} />
      {children}
    </span>
  )
}
