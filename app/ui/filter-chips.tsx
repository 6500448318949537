import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { Icon } from '#app/ui/icon.tsx'

export type FilterChip = { to: string; label: string; isOn: boolean; count?: number }

/** Filters as links: the choice lives in the address, so it survives a reload, a bookmark and the lack of script. */
export function FilterChips({ chips, label }: { chips: readonly FilterChip[]; label?: string }) {
  return (
    <nav aria-label={label ?? m.ui_filter_label()}>
      <ul className="filters">
        {chips.map((chip) => (
          <li key={chip.to}>
            <Link className="chip" to={chip.to} aria-current={chip.isOn ? 'true' : undefined} preventScrollReset>
              {chip.isOn ? <Icon name="check" /> : null}
              {chip.label}
              {chip.count === undefined ? null : <span className="num">{chip.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
