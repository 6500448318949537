import { Suspense, lazy, useSyncExternalStore } from 'react'
import { m } from '#app/paraglide/messages.js'
import '#app/schedule/ui/calendar-panel.css'
import type { ReactNode } from 'react'
import type { WeekGridProps } from '#app/schedule/ui/week-grid.tsx'

const WeekGrid = lazy(() => import('#app/schedule/ui/week-grid.tsx'))

/** As wide as the grid of hours needs; the style sheet says the same. */
const wideEnough = '(min-width: 66rem)'

/**
 * The same days twice: as a grid of hours on a wide screen with script, as a list everywhere else. Only a browser
 * that shows the grid loads it.
 */
export function CalendarPanel({ list, ...grid }: WeekGridProps & { list: ReactNode }) {
  const isWide = useSyncExternalStore(
    subscribe,
    () => matchMedia(wideEnough).matches,
    () => false,
  )
  return (
    <div className="calendar-panel">
      <div className="calendar-grid">
        {isWide ? (
          <Suspense fallback={<GridPlace />}>
            <WeekGrid {...grid} />
          </Suspense>
        ) : (
          <GridPlace />
        )}
      </div>
      <div className="calendar-list">{list}</div>
    </div>
  )
}

/** Keeps the place of the grid while it loads, so that nothing jumps. */
function GridPlace() {
  return (
    <p className="calendar-wait muted" aria-busy="true">
      {m.calendar_loading()}
    </p>
  )
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(wideEnough)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
