import { Outlet, useParams } from 'react-router'
import { describeAccount } from '#app/people/describe-account.server.ts'
import { listOwnChildren } from '#app/people/list-own-children.server.ts'
import { requireContext, requireSignedIn } from '#app/people/require-context.server.ts'
import { AccountEntries } from '#app/people/ui/account-menu.tsx'
import { DemoNotice } from '#app/people/ui/demo-notice.tsx'
import { m } from '#app/paraglide/messages.js'
import { usePage } from '#app/platform/http/use-page.ts'
import type { NavItem } from '#app/ui/app-frame.tsx'
import { AppFrame } from '#app/ui/app-frame.tsx'
import { MenuLink, MenuRule } from '#app/ui/menu.tsx'
import type { Route } from './+types/family-frame.ts'

/** The children in the guardian's care: one statement; the rest came with the session. */
export async function loader({ context }: Route.LoaderArgs) {
  return {
    account: describeAccount(requireSignedIn(context)),
    children: await listOwnChildren(requireContext(context)),
  }
}

export default function FamilyFrame({ loaderData: { account, children } }: Route.ComponentProps) {
  const page = usePage()
  const { childId } = useParams()
  const child = children.find(({ id }) => id === childId)
  return (
    <AppFrame
      density="family"
      place={account.place ?? undefined}
      home={child === undefined ? '/family' : `/family/${child.id}`}
      nav={child === undefined ? [] : navOf(child.id)}
      account={{
        name: child?.givenName ?? account.givenName,
        menu: (
          <>
            {children.length > 1 ? (
              <>
                {children.map(({ id, givenName }) => (
                  <MenuLink key={id} to={`/family/${id}`} icon={id === child?.id ? 'check' : 'user'}>
                    {givenName}
                  </MenuLink>
                ))}
                <MenuRule />
              </>
            ) : null}
            <AccountEntries account={account} />
          </>
        ),
      }}
      notice={page.demo ? <DemoNotice /> : undefined}
      flash={page.flash}
    >
      <Outlet />
    </AppFrame>
  )
}

function navOf(childId: string): NavItem[] {
  const home = `/family/${childId}`
  return [
    { to: home, label: m.people_nav_home(), icon: 'home', end: true },
    { to: `${home}/plan`, label: m.people_nav_plan(), icon: 'plan' },
    { to: `${home}/book`, label: m.people_nav_book(), icon: 'plus', isMain: true },
    { to: `${home}/bookings`, label: m.people_nav_calendar(), icon: 'calendar' },
  ]
}
