import type { ReactNode } from 'react'
import { PreferenceButtons } from '#app/people/ui/preference-buttons.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { usePage } from '#app/platform/http/use-page.ts'
import { AppFrame } from '#app/ui/app-frame.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Menu } from '#app/ui/menu.tsx'

/** Around the pages that anybody may open. */
export function VisitorFrame({ children }: { children: ReactNode }) {
  const page = usePage()
  return (
    <AppFrame
      density="family"
      flash={page.flash}
      notice={page.demo ? m.ui_demo_notice() : undefined}
      footer={
        <Menu
          button={
            <>
              <Icon name="globe" />
              {getLocale() === 'lv' ? m.ui_language_lv() : m.ui_language_en()}
            </>
          }
        >
          <PreferenceButtons />
        </Menu>
      }
    >
      {children}
    </AppFrame>
  )
}
