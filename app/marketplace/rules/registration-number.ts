import { accept, refuse, type Result } from '#app/platform/result.ts'

export type RegistrationNumberRefusal = {
  readonly kind: 'not-eleven-digits' | 'not-a-legal-entity' | 'wrong-check-digit'
}

const weights = [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]

/**
 * Reads the registration number of a legal entity, also as a VAT number (`LV` in front), and returns its eleven
 * digits. The first digit is above 3 (3 and below are personal codes) and the weighted sum leaves 3 when divided by
 * 11. A self-employed person has no such number. Source: facts.md d3 (python-stdnum).
 */
export function parseRegistrationNumber(typed: string): Result<string, RegistrationNumberRefusal> {
  const digits = typed.replaceAll(/\s/g, '').replace(/^LV/i, '')
  if (!/^\d{11}$/.test(digits)) return refuse({ kind: 'not-eleven-digits' })
  if (digits.charAt(0) <= '3') return refuse({ kind: 'not-a-legal-entity' })

  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0)
  return sum % 11 === 3 ? accept(digits) : refuse({ kind: 'wrong-check-digit' })
}
