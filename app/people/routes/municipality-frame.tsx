import { Outlet } from 'react-router'
import { describeAccount } from '#app/people/describe-account.server.ts'
import { requireSignedIn } from '#app/people/require-context.server.ts'
import type { Role } from '#app/people/rules/roles.ts'
import { StaffFrame } from '#app/people/ui/staff-frame.tsx'
import { m } from '#app/paraglide/messages.js'
import type { NavItem } from '#app/ui/app-frame.tsx'
import type { Route } from './+types/municipality-frame.ts'

export function loader({ context }: Route.LoaderArgs) {
  return describeAccount(requireSignedIn(context))
}

export default function MunicipalityFrame({ loaderData: account }: Route.ComponentProps) {
  return (
    <StaffFrame account={account} home="/municipality" nav={navOf(account.role)}>
      <Outlet />
    </StaffFrame>
  )
}

/** Social workers have no part in payment runs. */
function navOf(role: Role): NavItem[] {
  const runs: NavItem = { to: '/municipality/payouts', label: m.people_nav_runs(), icon: 'bank' }
  return [
    { to: '/municipality/families', label: m.people_nav_families(), icon: 'users' },
    { to: '/municipality/deliveries', label: m.people_nav_deliveries(), icon: 'check' },
    ...(role === 'social_worker' ? [] : [runs]),
  ]
}
