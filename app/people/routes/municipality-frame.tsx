import { Outlet } from 'react-router'
import { describeAccount } from '#app/people/describe-account.server.ts'
import { requireSignedIn } from '#app/people/require-context.server.ts'
import { homeOf } from '#app/people/rules/home-of-role.ts'
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
    <StaffFrame
      account={account}
      home={homeOf(account.role)}
      nav={navOf(account.role)}
      rareNav={rareNavOf(account.role)}
    >
      <Outlet />
    </StaffFrame>
  )
}

/** Experts work on assessments alone; social workers have no part in payment runs, and those who pay none in assessments. */
function navOf(role: Role): NavItem[] {
  const assessments: NavItem = { to: '/assessments', label: m.people_nav_assessments(), icon: 'plan' }
  if (role === 'expert') return [assessments]
  const runs: NavItem = { to: '/municipality/payouts', label: m.people_nav_runs(), icon: 'bank' }
  return [
    { to: '/municipality/families', label: m.people_nav_families(), icon: 'users' },
    ...(role === 'social_worker' || role === 'municipality_administrator' ? [assessments] : []),
    { to: '/municipality/deliveries', label: m.people_nav_deliveries(), icon: 'check' },
    ...(role === 'social_worker' ? [] : [runs]),
  ]
}

/** What an administrator sets up once in a while. */
function rareNavOf(role: Role): NavItem[] {
  if (role !== 'municipality_administrator') return []
  return [
    { to: '/municipality/policy', label: m.decision_nav_policy(), icon: 'settings' },
    { to: '/municipality/imports', label: m.intake_nav(), icon: 'upload' },
  ]
}
