import type { ReactNode } from 'react'
import { PreferenceRow } from '#app/people/ui/preference-row.tsx'
import { m } from '#app/paraglide/messages.js'
import { usePage } from '#app/platform/http/use-page.ts'
import { AppFrame } from '#app/ui/app-frame.tsx'

/** Around the pages that anybody may open. */
export function VisitorFrame({ children }: { children: ReactNode }) {
  const page = usePage()
  return (
    <AppFrame
      density="family"
      flash={page.flash}
      notice={page.demo ? m.ui_demo_notice() : undefined}
      footer={<PreferenceRow />}
    >
      {children}
    </AppFrame>
  )
}
