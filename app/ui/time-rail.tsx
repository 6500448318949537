import type { ReactNode } from 'react'
import { classNames } from '#app/ui/class-names.ts'

/** Hours or days in a left column of strong numerals, what happens to the right. */
export function TimeRail({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ol className="rail" aria-label={label}>
      {children}
    </ol>
  )
}

type TimeRailItemProps = {
  /** The strong line: an hour or a weekday. */
  time: ReactNode
  /** The quiet line under it: the end, or the date. */
  timeNote?: ReactNode
  /** ISO form of the time, for machines. */
  dateTime?: string
  title: ReactNode
  badge?: ReactNode
  /** Called off: struck through; a badge says so in words. */
  gone?: boolean
  children?: ReactNode
}

export function TimeRailItem({ time, timeNote, dateTime, title, badge, gone = false, children }: TimeRailItemProps) {
  return (
    <li className={classNames(gone && 'rail-gone')}>
      <time className="t" dateTime={dateTime}>
        {time}
        {timeNote ? <small>{timeNote}</small> : null}
      </time>
      <div>
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span className="rail-title strong">{title}</span>
          {badge}
        </div>
        {children ? <div className="small muted">{children}</div> : null}
      </div>
    </li>
  )
}
