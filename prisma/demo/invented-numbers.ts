import { choose } from './demo-id.ts'

/*
 * Numbers of the right form that belong to nobody: accounts at a bank that does not exist, register numbers out of
 * ranges that are not given out.
 */

/** The invented bank of the demo. */
export const demoBic = 'XDEMLV22'

/** A Latvian IBAN with the right check digits. */
export function demoIban(name: string): string {
  const account = `XDEM${String(choose(`iban ${name}`, 1_000_000_000)).padStart(13, '0')}`
  const asDigits = [...`${account}LV00`].map((sign) => Number.parseInt(sign, 36).toString()).join('')
  const check = 98n - (BigInt(asDigits) % 97n)
  return `LV${check.toString().padStart(2, '0')}${account}`
}

const registrationWeights = [9, 1, 4, 8, 3, 10, 2, 5, 7, 6]

/** A registration number of a legal entity with the right check digit. `beginning` is its first five digits. */
export function demoRegistrationNumber(name: string, beginning = '49999'): string {
  for (let attempt = 0; ; attempt += 1) {
    const digits = `${beginning}${String(choose(`registration ${name} ${attempt}`, 100_000)).padStart(5, '0')}`
    const sum = registrationWeights.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0)
    const check = (((3 - sum) % 11) + 11) % 11
    if (check < 10) return `${digits}${check}`
  }
}

/** A personal code of the form given out since July 2017: 3, a digit from 2 to 9, nine digits without meaning. */
export function demoPersonalCode(name: string): string {
  const digits = `39${String(choose(`code ${name}`, 1_000_000_000)).padStart(9, '0')}`
  return `${digits.slice(0, 6)}-${digits.slice(6)}`
}

export function demoPhone(name: string): string {
  return `+371 2000${String(choose(`phone ${name}`, 10_000)).padStart(4, '0')}`
}
