import type { ReactNode } from 'react'
import type { FrameAccount } from '#app/people/frame-account.ts'
import { AccountEntries } from '#app/people/ui/account-menu.tsx'
import { DemoNotice } from '#app/people/ui/demo-notice.tsx'
import { usePage } from '#app/platform/http/use-page.ts'
import type { NavItem } from '#app/ui/app-frame.tsx'
import { AppFrame } from '#app/ui/app-frame.tsx'

type StaffFrameProps = {
  account: FrameAccount
  home: string
  nav: readonly NavItem[]
  /** Pages that are rarely opened: beside the others where there is room, on a phone in the account menu alone. */
  rareNav?: readonly NavItem[]
  children: ReactNode
}

/** Around the pages of those who work with the portal all day: denser, with the place they work for beside the name. */
export function StaffFrame({ account, home, nav, rareNav = [], children }: StaffFrameProps) {
  const page = usePage()
  return (
    <AppFrame
      density="dense"
      place={account.place ?? undefined}
      home={home}
      nav={[...nav, ...rareNav]}
      phoneNav={nav}
      account={{ name: account.givenName, menu: <AccountEntries account={account} pages={rareNav} /> }}
      notice={page.demo ? <DemoNotice /> : undefined}
      flash={page.flash}
    >
      {children}
    </AppFrame>
  )
}
