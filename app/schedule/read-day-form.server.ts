import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { readDay, readTime } from '#app/platform/http/form-values.ts'
import type { AddExceptionInput } from './add-availability-exception.server.ts'
import type { WeekError } from './read-week-form.server.ts'

const typedDay = z.object({
  kind: z.string().max(20).catch(''),
  firstDay: z.string().max(20).catch(''),
  lastDay: z.string().max(20).catch(''),
  dayFrom: z.string().max(20).catch(''),
  dayTo: z.string().max(20).catch(''),
  dayNote: z.string().max(20_000).catch(''),
})
export type TypedDay = z.infer<typeof typedDay>

const longestNote = 200
const kinds = z.enum(['off', 'off-hours', 'extra'])

/** Reads a day that differs from the usual week. */
export function readDayForm(
  form: FormData,
  specialistId: string,
): { typed: TypedDay; errors: WeekError[]; input: AddExceptionInput | null } {
  const typed = typedDay.parse(Object.fromEntries(form))
  const kind = kinds.safeParse(typed.kind)
  const firstDay = readDay(typed.firstDay)
  const lastDay = typed.lastDay === '' ? firstDay : readDay(typed.lastDay)
  const [from, to] = [readTime(typed.dayFrom), readTime(typed.dayTo)]
  const needsHours = kind.success && kind.data !== 'off'
  const errors: WeekError[] = []
  if (!kind.success) errors.push({ field: 'kind', text: m.calendar_error_kind() })
  if (firstDay === null) errors.push({ field: 'firstDay', text: m.calendar_error_from_missing() })
  else if (lastDay === null) errors.push({ field: 'lastDay', text: m.calendar_error_until() })
  if (needsHours && (from === null || to === null)) {
    errors.push({ field: 'dayFrom', text: m.calendar_error_hours_needed() })
  }
  if (typed.dayNote.length > longestNote) {
    errors.push({ field: 'dayNote', text: m.calendar_error_words_long({ count: longestNote }) })
  }
  if (!kind.success || firstDay === null || lastDay === null || errors.length > 0) return { typed, errors, input: null }
  const hours = needsHours && from !== null && to !== null ? { from, to } : null
  const input = {
    specialistId,
    kind: kind.data === 'extra' ? ('extra' as const) : ('off' as const),
    firstDay,
    lastDay,
    hours,
    note: typed.dayNote,
  }
  return { typed, errors, input }
}
