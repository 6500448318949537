import type { Unit } from '#app/platform/quantity.ts'

type PluralForms = { zero: string; one: string; other: string }

/** Latvian counts 0, 10 to 20 and round tens in the genitive, 1 and 21 in the singular, the rest in the plural. */
export const unitWords = {
  lv: {
    session: { zero: 'nodarbību', one: 'nodarbība', other: 'nodarbības' },
    hour: { zero: 'stundu', one: 'stunda', other: 'stundas' },
    trip: { zero: 'reižu', one: 'reize', other: 'reizes' },
    kilometre: { zero: 'kilometru', one: 'kilometrs', other: 'kilometri' },
    course: { zero: 'kursu', one: 'kurss', other: 'kursi' },
    minute: { zero: 'minūšu', one: 'minūte', other: 'minūtes' },
  },
  en: {
    session: { zero: 'sessions', one: 'session', other: 'sessions' },
    hour: { zero: 'hours', one: 'hour', other: 'hours' },
    trip: { zero: 'trips', one: 'trip', other: 'trips' },
    kilometre: { zero: 'kilometres', one: 'kilometre', other: 'kilometres' },
    course: { zero: 'courses', one: 'course', other: 'courses' },
    minute: { zero: 'minutes', one: 'minute', other: 'minutes' },
  },
} as const satisfies Record<string, Record<Unit | 'minute', PluralForms>>
