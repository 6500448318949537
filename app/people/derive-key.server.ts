import { createHmac, hkdfSync } from 'node:crypto'

/** Every use of the one secret has a key of its own: learning one tells nothing about the others. */
export type KeyPurpose =
  | 'personal-code-cipher'
  | 'personal-code-lookup'
  | 'sign-in-limits'
  | 'kept-search'
  | 'intake-cells'
  | 'intake-groups'

/** 32 bytes out of the installation's secret (HKDF, SHA-256). */
export function deriveKey(secretKey: Uint8Array, purpose: KeyPurpose): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secretKey, 'atspaids', `${purpose}:1`, 32))
}

/** A hash that only the holder of the key can make (HMAC-SHA-256). */
export function keyedHash(key: Uint8Array, value: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', key).update(value).digest())
}
