import type { ReactNode } from 'react'
import { Icon, type IconName } from '#app/ui/icon.tsx'

type EmptyStateProps = { title: string; icon?: IconName; level?: 2 | 3; children?: ReactNode; action?: ReactNode }

/** Nothing here yet: says why and what to do. */
export function EmptyState({ title, icon = 'info', level = 2, children, action }: EmptyStateProps) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <div className="empty">
      <Icon name={icon} />
      <Title>{title}</Title>
      {children ? <div className="muted">{children}</div> : null}
      {action}
    </div>
  )
}
