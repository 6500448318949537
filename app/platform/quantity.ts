declare const hundredthsBrand: unique symbol

/** A quantity in hundredths of its unit: 100 is one session, 25 a quarter of an hour. Never negative. */
export type Hundredths = number & { readonly [hundredthsBrand]: true }

/** What a service is counted in. */
export const units = ['session', 'hour', 'trip', 'kilometre', 'course'] as const
export type Unit = (typeof units)[number]

function isHundredths(amount: number): amount is Hundredths {
  return Number.isSafeInteger(amount) && amount >= 0
}

export function hundredths(amount: number): Hundredths {
  if (!isHundredths(amount)) throw new RangeError(`Not a quantity in hundredths: ${amount}`)
  return amount
}

/** Whole units as a quantity. */
export function wholeUnits(count: number): Hundredths {
  return hundredths(count * 100)
}

/** Billable hours of a stretch of time, in quarter-hour steps; a started quarter counts. */
export function quarterHours(minutes: number): Hundredths {
  return hundredths(Math.ceil(minutes / 15) * 25)
}
