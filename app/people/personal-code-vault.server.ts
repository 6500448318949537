import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { deriveKey, keyedHash } from '#app/people/derive-key.server.ts'

const nonceBytes = 12
const tagBytes = 16

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
    seal(code, childId) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce).setAAD(Buffer.from(childId))
      const sealed = Buffer.concat([nonce, cipher.update(plainCode(code), 'utf8'), cipher.final(), cipher.getAuthTag()])
      return { cipher: new Uint8Array(sealed), lookupHash: lookupHash(code) }
    },
    open(sealed, childId) {
      const nonce = sealed.subarray(0, nonceBytes)
      const tag = sealed.subarray(sealed.length - tagBytes)
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, nonce, { authTagLength: tagBytes })
      decipher.setAAD(Buffer.from(childId)).setAuthTag(tag)
      const digits = Buffer.concat([
        decipher.update(sealed.subarray(nonceBytes, -tagBytes)),
        decipher.final(),
      ]).toString('utf8')
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
