import type { ReactNode } from 'react'
import { buttonClass } from '#app/ui/button.tsx'
import { m } from '#app/paraglide/messages.js'

type TapConfirmProps = { label: string; backLabel?: string; variant?: 'primary' | 'secondary'; children: ReactNode }

/** Two taps: the first opens what is about to be sent, the button inside sends it. Opens without script. */
export function TapConfirm({ label, backLabel, variant = 'secondary', children }: TapConfirmProps) {
  return (
    <details className="tap">
      <summary className={buttonClass({ variant, wide: true })}>
        <span className="open">{label}</span>
        <span className="shut">{backLabel ?? m.ui_back()}</span>
      </summary>
      <div className="armed">{children}</div>
    </details>
  )
}
