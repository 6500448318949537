import { deriveKey, keyedHash } from '#app/people/derive-key.server.ts'
import { openText, sealText } from '#app/people/seal-text.server.ts'

/** What is stored of a personal code: see the columns of personal_code. */
export type SealedCode = { cipher: Uint8Array<ArrayBuffer>; lookupHash: Uint8Array<ArrayBuffer> }

export type PersonalCodeVault = {
  /** Encrypts a code for one child; a stored code moved to another child does not open. */
  seal(code: string, childId: string): SealedCode
  /** The code, in digits with the hyphen. Throws when it was changed, belongs to another child or another key. */
  open(cipher: Uint8Array, childId: string): string
  /** Finds equal codes without opening any. */
  lookupHash(code: string): Uint8Array<ArrayBuffer>
}

/** Keeps personal codes with AES-256-GCM (nonce, ciphertext, tag) under keys derived from the installation's secret. */
export function openPersonalCodeVault({ secretKey }: { secretKey: Uint8Array }): PersonalCodeVault {
  const cipherKey = deriveKey(secretKey, 'personal-code-cipher')
  const lookupKey = deriveKey(secretKey, 'personal-code-lookup')
  const lookupHash = (code: string) => keyedHash(lookupKey, plainCode(code))
  return {
    lookupHash,
    seal: (code, childId) => ({
      cipher: sealText(cipherKey, plainCode(code), childId),
      lookupHash: lookupHash(code),
    }),
    open(cipher, childId) {
      const digits = openText(cipherKey, cipher, childId)
      return `${digits.slice(0, 6)}-${digits.slice(6)}`
    },
  }
}

/** The eleven digits; people write them with and without the hyphen. Throws on anything else: forms check before. */
function plainCode(code: string): string {
  const digits = code.replace(/[\s-]/g, '')
  if (!/^\d{11}$/.test(digits)) throw new RangeError('A personal code has eleven digits.')
  return digits
}
