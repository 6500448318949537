import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16

/**
 * Encrypts a text with AES-256-GCM (nonce, ciphertext, tag). `boundTo` names what it belongs to: sealed for one thing,
 * it does not open for another.
 */
export function sealText(key: Uint8Array, text: string, boundTo: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(boundTo))
  return new Uint8Array(Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]))
}

/** The text again. Throws when it was changed, or sealed with another key or for another thing. */
export function openText(key: Uint8Array, sealed: Uint8Array, boundTo: string): string {
  if (sealed.length < nonceBytes + tagBytes) throw new RangeError('Too short for a sealed text.')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(sealed.subarray(sealed.length - tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8')
}
