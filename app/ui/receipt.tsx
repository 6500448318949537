import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import { Icon } from '#app/ui/icon.tsx'

type ReceiptProps = {
  tone: 'ok' | 'attention' | 'stop'
  title: ReactNode
  children?: ReactNode
  /** How to undo it, or where to see it. */
  link?: { href: string; label: string }
}

/** What has just been done and what happens next; stands at the top of the page that the action leads to. */
export function Receipt({ tone, title, children, link }: ReceiptProps) {
  return (
    <div className={classNames('note receipt', `note-${tone}`)} role="status">
      <Icon name={tone === 'ok' ? 'check' : 'alert'} />
      <div>
        <b>{title}</b>
        {children}
        {link === undefined ? null : (
          <p>
            <a href={link.href}>{link.label}</a>
          </p>
        )}
      </div>
    </div>
  )
}
