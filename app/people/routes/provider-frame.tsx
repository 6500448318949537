import { Outlet } from 'react-router'
import { describeAccount } from '#app/people/describe-account.server.ts'
import { requireSignedIn } from '#app/people/require-context.server.ts'
import type { Role } from '#app/people/rules/roles.ts'
import { StaffFrame } from '#app/people/ui/staff-frame.tsx'
import { m } from '#app/paraglide/messages.js'
import type { NavItem } from '#app/ui/app-frame.tsx'
import type { Route } from './+types/provider-frame.ts'

export function loader({ context }: Route.LoaderArgs) {
  return describeAccount(requireSignedIn(context))
}

export default function ProviderFrame({ loaderData: account }: Route.ComponentProps) {
  return (
    <StaffFrame account={account} home="/provider" nav={navOf(account.role)}>
      <Outlet />
    </StaffFrame>
  )
}

/** What a provider is paid is the business of its managers. */
function navOf(role: Role): NavItem[] {
  const payouts: NavItem = { to: '/provider/payouts', label: m.people_nav_payouts(), icon: 'money' }
  return [
    { to: '/provider', label: m.people_nav_calendar(), icon: 'calendar', end: true },
    { to: '/provider/availability', label: m.people_nav_availability(), icon: 'clock' },
    ...(role === 'provider_manager' ? [payouts] : []),
  ]
}
