import type { Hundredths } from './quantity.ts'

declare const centsBrand: unique symbol

/** An amount of euro cents. Always a safe integer; may be negative only as a difference. */
export type Cents = number & { readonly [centsBrand]: true }

/** The one currency of the individual budgets. Stored beside every balance. */
export const currency = 'EUR'

function isCents(amount: number): amount is Cents {
  return Number.isSafeInteger(amount)
}

/** Makes cents out of a whole number. Throws on fractions: rounding is a decision the caller must take. */
export function cents(amount: number): Cents {
  if (!isCents(amount)) throw new RangeError(`Not a whole number of cents: ${amount}`)
  return amount
}

export const zeroCents = cents(0)

export function addCents(...amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce<number>((total, amount) => total + amount, 0))
}

export function subtractCents(from: Cents, amount: Cents): Cents {
  return cents(from - amount)
}

export function smallerOf(one: Cents, other: Cents): Cents {
  return one < other ? one : other
}

/** Price of a quantity at a price per unit, rounded half up to the cent (quarter hours can end in half cents). */
export function priceOf(quantity: Hundredths, unitPrice: Cents): Cents {
  return cents(Math.floor((quantity * unitPrice + 50) / 100))
}

/** A whole per cent of an amount, rounded half up to the cent. */
export function percentOf(amount: Cents, percent: number): Cents {
  return cents(Math.floor((amount * percent + 50) / 100))
}
