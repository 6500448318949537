import { Link, useLocation } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { searchWith } from '#app/ui/search-link.ts'

type SlotPagesProps = { isFirstPage: boolean; laterDay: string | null; isThinned: boolean; everyQuarter: boolean }

/** Links below free times: later days, the beginning, more starts. All of it stands in the address. */
export function SlotPages({ isFirstPage, laterDay, isThinned, everyQuarter }: SlotPagesProps) {
  const { search } = useLocation()
  const to = (changes: Record<string, string | null>) => searchWith(search, { time: null, problem: null, ...changes })
  return (
    <ul className="flex flex-wrap gap-x-6 mt-4">
      {laterDay === null ? null : <SlotLink to={to({ from: laterDay })}>{m.schedule_times_later()}</SlotLink>}
      {isFirstPage ? null : <SlotLink to={to({ from: null })}>{m.schedule_times_first()}</SlotLink>}
      {isThinned ? <SlotLink to={to({ quarters: '1' })}>{m.schedule_times_quarters()}</SlotLink> : null}
      {everyQuarter ? <SlotLink to={to({ quarters: null })}>{m.schedule_times_halves()}</SlotLink> : null}
    </ul>
  )
}

function SlotLink({ to, children }: { to: string; children: string }) {
  return (
    <li>
      <Link className="small inline-flex items-center min-h-11" to={to} preventScrollReset>
        {children}
      </Link>
    </li>
  )
}
