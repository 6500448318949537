import { useEffect, useRef } from 'react'
import { NavLink, useLocation } from 'react-router'

export type PageTab = { to: string; label: string; count?: number; end?: boolean }

/** Sibling pages of one thing. Links, since each has an address of its own. */
export function PageTabs({ tabs, label }: { tabs: readonly PageTab[]; label: string }) {
  const row = useRef<HTMLElement>(null)
  const shownFor = useRef<string>(null)
  const { pathname } = useLocation()
  // On a phone the row is wider than the screen: the tab of this page is brought into sight.
  useEffect(() => {
    if (row.current === null || shownFor.current === pathname) return
    shownFor.current = pathname
    showCurrent(row.current)
  }, [pathname])
  return (
    <nav className="tabs" aria-label={label} ref={row}>
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

function showCurrent(row: HTMLElement) {
  const current = row.querySelector('[aria-current="page"]')
  if (current === null) return
  const [outer, inner] = [row.getBoundingClientRect(), current.getBoundingClientRect()]
  if (inner.left >= outer.left && inner.right <= outer.right) return
  row.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2
}
