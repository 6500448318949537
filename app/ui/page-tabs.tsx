import { NavLink } from 'react-router'

export type PageTab = { to: string; label: string; count?: number; end?: boolean }

/** Sibling pages of one thing. Links, since each has an address of its own. */
export function PageTabs({ tabs, label }: { tabs: readonly PageTab[]; label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink className="tab" to={tab.to} end={tab.end ?? true}>
              {tab.label}
              {tab.count === undefined ? null : <span className="num">{tab.count}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
