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
    <output className={classNames('note receipt', `note-${tone}`)}>
      <Icon name={tone === 'ok' ? 'check' : 'alert'} />
      <span>
        <b>{title}</b>
        {children}
        {link === undefined ? null : (
          <a className="receipt-link" href={link.href}>
            {link.label}
          </a>
        )}
      </span>
    </output>
  )
}
