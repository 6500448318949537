import { accept, refuse, type Result } from '#app/platform/result.ts'

/**
 * A Latvian personal code in its one written form, `DDDDDD-DDDDD`. It is an attribute with a history and never a key:
 * a person may change from the old form to the new. Nobody's age is read from it.
 */
export type PersonalCode = {
  /** `old`: birth date, century and check digit (to 30 June 2017). `new`: random digits. */
  readonly form: 'old' | 'new'
  readonly text: string
  /** Doubts to show beside the field; they never stop anyone. */
  readonly doubts: readonly PersonalCodeDoubt[]
}

export type PersonalCodeDoubt =
  /** The check digit of the old form does not fit; its formula is confirmed by no official source. */
  | 'check-digit'
  /** An old-form code of somebody born after the new form was introduced. */
  | 'born-after-old-form'

export type PersonalCodeRefusal = { readonly kind: 'not-eleven-digits' | 'no-such-form' | 'no-such-date' }

const lastDayOfOldForm = Temporal.PlainDate.from('2017-06-30')
const centuries = ['18', '19', '20']

/**
 * Reads a personal code as people write it: eleven digits, with or without the hyphen after the sixth, spaces around.
 * A first digit 3 and a second of 2 to 9 make the new form, which has no check digit. The old form must hold a date
 * that exists and a century digit of 0 to 2. Refuses other text, other forms and dates that do not exist.
 * Source: facts.md d3 (pmlp.gov.lv; python-stdnum for the check digit).
 */
export function parsePersonalCode(typed: string): Result<PersonalCode, PersonalCodeRefusal> {
  const matched = /^(\d{6})[-‐‑–]?(\d{5})$/.exec(typed.trim().replaceAll(/\s*([-‐‑–])\s*/g, '$1'))
  if (matched?.[1] === undefined || matched[2] === undefined) return refuse({ kind: 'not-eleven-digits' })

  const digits = matched[1] + matched[2]
  const text = `${matched[1]}-${matched[2]}`
  if (/^3[2-9]/.test(digits)) return accept({ form: 'new', text, doubts: [] })

  const century = centuries[Number(digits.charAt(6))]
  if (century === undefined) return refuse({ kind: 'no-such-form' })
  const birthDate = findDate(`${century}${digits.slice(4, 6)}-${digits.slice(2, 4)}-${digits.slice(0, 2)}`)
  if (birthDate === null) return refuse({ kind: 'no-such-date' })

  const doubts: PersonalCodeDoubt[] = []
  if (checkDigitOf(digits) !== Number(digits.charAt(10))) doubts.push('check-digit')
  if (Temporal.PlainDate.compare(birthDate, lastDayOfOldForm) > 0) doubts.push('born-after-old-form')
  return accept({ form: 'old', text, doubts })
}

/** A code for the screen: all but the last two digits hidden, so that neither birth date nor identity can be read. */
export function maskPersonalCode(text: string): string {
  return text.replaceAll(/\d/g, (digit, position: number) => (position < text.length - 2 ? '•' : digit))
}

const weights = [10, 5, 8, 4, 2, 1, 6, 3, 7, 9]

function checkDigitOf(digits: string): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0)
  return ((1 + sum) % 11) % 10
}

function findDate(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text)
  } catch (error) {
    // Temporal says "no such date" by throwing; anything else is a bug.
    if (error instanceof RangeError) return null
    throw error
  }
}
