import { getLocale } from '#app/paraglide/runtime.js'
import {
  type DateStyle,
  type Day,
  type Moment,
  dayInput,
  formatDate,
  formatTime,
  formatTimeRange,
  relativeDay,
  startSentence,
} from '#app/platform/i18n/format.ts'

type DateTextProps = {
  day: Day
  format?: DateStyle
  /** When given, the days around it read "šodien", "rīt", "vakar". */
  now?: Moment
  /** Begins a sentence or stands as a heading. */
  capital?: boolean
}

export function DateText({ day, format = 'day', now, capital = false }: DateTextProps) {
  const locale = getLocale()
  const near = now === undefined ? null : relativeDay(day, now, locale)
  const text = near ?? formatDate(day, locale, format)
  return <time dateTime={dayInput(day)}>{capital ? startSentence(text) : text}</time>
}

export function TimeText({ at }: { at: Moment }) {
  return <time dateTime={machineTime(at)}>{formatTime(at, getLocale())}</time>
}

/** `17.30–19.30`, kept on one line. */
export function TimeRange({ from, to }: { from: Moment; to: Moment }) {
  return <span className="num">{formatTimeRange(from, to, getLocale())}</span>
}

function machineTime(at: Moment): string {
  return typeof at === 'string' ? at : new Date(at).toISOString()
}
