import { expect, test } from 'vitest'
import { openPersonalCodeVault } from '#app/people/personal-code-vault.server.ts'

const vault = openPersonalCodeVault({ secretKey: Buffer.alloc(32, 'a') })
const code = '010118-20004'
const child = '0192f7c0-0000-7000-8000-000000000001'

test('a code comes out as it went in, and its digits stand nowhere in what is stored', () => {
  const sealed = vault.seal('01011820004', child)
  expect(vault.open(sealed.cipher, child)).toBe(code)
  expect(Buffer.from(sealed.cipher).toString('latin1')).not.toContain('01011820004')
})

test('the same code is stored differently each time and found by the same hash, with the hyphen or without', () => {
  const [one, other] = [vault.seal(code, child), vault.seal(code, child)]
  expect(Buffer.from(one.cipher).equals(Buffer.from(other.cipher))).toBe(false)
  expect(one.lookupHash).toEqual(vault.lookupHash('01011820004'))
  expect(one.lookupHash).not.toEqual(vault.lookupHash('01011820005'))
})

test.each([
  ['another child', (cipher: Uint8Array) => vault.open(cipher, '0192f7c0-0000-7000-8000-000000000002')],
  [
    'another key',
    (cipher: Uint8Array) => openPersonalCodeVault({ secretKey: Buffer.alloc(32, 'b') }).open(cipher, child),
  ],
  ['a changed byte', (cipher: Uint8Array) => vault.open(cipher.with(14, (cipher[14] ?? 0) ^ 1), child)],
])('a code does not open with %s', (_, open) => {
  const { cipher } = vault.seal(code, child)
  expect(() => open(cipher)).toThrow()
})

test('only eleven digits are a code', () => {
  expect(() => vault.seal('12345', child)).toThrow(RangeError)
})
