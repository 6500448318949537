import type { ReactNode } from 'react'

export type Total = { label: string; value: ReactNode; note?: ReactNode; isMain?: boolean }

/** The few large numbers of a staff page, side by side; one of them is the main one. */
export function Totals({ totals }: { totals: readonly Total[] }) {
  return (
    <dl className="totals">
      {totals.map((total) => (
        <div key={total.label} className={total.isMain ? 'main' : undefined}>
          <dt>{total.label}</dt>
          <dd>
            {total.value}
            {total.note ? <small>{total.note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
