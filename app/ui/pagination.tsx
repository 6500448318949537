import { Link, useLocation } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Icon } from '#app/ui/icon.tsx'
import { pagesToShow } from '#app/ui/pages-to-show.ts'
import { searchWith } from '#app/ui/search-link.ts'
import { formatNumber } from '#app/platform/i18n/format.ts'

export type Paging = {
  /** From 1. */
  page: number
  pageSize: number
  total: number
}

/** Which rows are shown of how many, and links to the other pages. */
export function Pagination({
  page,
  pageSize,
  total,
  param = 'page',
  label,
}: Paging & { param?: string; label?: string }) {
  const { search } = useLocation()
  const number = (value: number) => formatNumber(value, getLocale())
  const last = Math.max(1, Math.ceil(total / pageSize))
  const to = (target: number) => searchWith(search, { [param]: target === 1 ? null : String(target) })
  if (total === 0) return null
  return (
    <nav className="pages" aria-label={label ?? m.ui_pages()}>
      <p className="muted num">
        {m.ui_page_range({
          from: number((page - 1) * pageSize + 1),
          to: number(Math.min(page * pageSize, total)),
          total: number(total),
        })}
      </p>
      {last === 1 ? null : (
        <ul>
          <li>
            {page > 1 ? (
              <Link to={to(page - 1)} rel="prev">
                <Icon name="left" />
                {m.ui_page_previous()}
              </Link>
            ) : null}
          </li>
          {pagesToShow(page, last).map((target, index) => (
            <li key={target ?? `gap-${index}`} className="max-sm:hidden">
              {target === null ? (
                <span className="gap" aria-hidden="true">
                  …
                </span>
              ) : (
                <Link
                  to={to(target)}
                  aria-current={target === page ? 'page' : undefined}
                  aria-label={m.ui_page_number({ page: number(target) })}
                >
                  {number(target)}
                </Link>
              )}
            </li>
          ))}
          <li>
            {page < last ? (
              <Link to={to(page + 1)} rel="next">
                {m.ui_page_next()}
                <Icon name="right" />
              </Link>
            ) : null}
          </li>
        </ul>
      )}
    </nav>
  )
}
