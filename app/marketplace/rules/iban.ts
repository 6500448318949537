import { electronicFormatIBAN, friendlyFormatIBAN, isSEPACountry, validateIBAN, ValidationErrorsIBAN } from 'ibantools'
import { accept, refuse, type Result } from '#app/platform/result.ts'

export type IbanRefusal =
  | { readonly kind: 'iban-unknown-country' | 'iban-wrong-length' | 'iban-wrong-form' | 'iban-wrong-check-digits' }
  /** A true account, but one that a SEPA payment cannot reach. */
  | { readonly kind: 'iban-outside-sepa'; readonly country: string }

/**
 * Reads an account number as people write it, spaces and small letters allowed, and returns it without spaces.
 * Refuses with the first thing that is wrong. Source: ISO 13616 through `ibantools`, facts.md d3.
 */
export function parseIban(typed: string): Result<string, IbanRefusal> {
  const iban = electronicFormatIBAN(typed) ?? ''
  const { valid, errorCodes } = validateIBAN(iban)
  if (!valid) return refuse({ kind: kindOf(errorCodes) })

  const country = iban.slice(0, 2)
  if (!isSEPACountry(country)) return refuse({ kind: 'iban-outside-sepa', country })
  return accept(iban)
}

/** In groups of four, as on paper. */
export function showIban(iban: string): string {
  return friendlyFormatIBAN(iban) ?? iban
}

function kindOf(errors: readonly ValidationErrorsIBAN[]) {
  if (errors.includes(ValidationErrorsIBAN.NoIBANCountry) || errors.includes(ValidationErrorsIBAN.NoIBANProvided)) {
    return 'iban-unknown-country'
  }
  if (errors.includes(ValidationErrorsIBAN.WrongBBANLength)) return 'iban-wrong-length'
  if (
    errors.includes(ValidationErrorsIBAN.WrongBBANFormat) ||
    errors.includes(ValidationErrorsIBAN.ChecksumNotNumber)
  ) {
    return 'iban-wrong-form'
  }
  return 'iban-wrong-check-digits'
}
