import { expect, test } from 'vitest'
import { parseRegistrationNumber } from './registration-number.ts'

test.each(['40003521600', 'LV40003521600', ' lv 4000 3521 600 '])('%j is a registration number', (typed) => {
  expect(parseRegistrationNumber(typed)).toEqual({ ok: true, value: '40003521600' })
})

test.each([
  ['', 'not-eleven-digits'],
  ['4000352160', 'not-eleven-digits'],
  ['400035216000', 'not-eleven-digits'],
  ['EE40003521600', 'not-eleven-digits'],
  ['16117519997', 'not-a-legal-entity'],
  ['32503511782', 'not-a-legal-entity'],
  ['40003521601', 'wrong-check-digit'],
])('%j is refused: %s', (typed, kind) => {
  expect(parseRegistrationNumber(typed)).toEqual({ ok: false, refusal: { kind } })
})

test('any single wrong digit is noticed', () => {
  for (let position = 1; position < 11; position += 1) {
    for (const digit of '0123456789') {
      const typed = `40003521600`.slice(0, position) + digit + `40003521600`.slice(position + 1)

      expect(parseRegistrationNumber(typed).ok).toBe(typed === '40003521600')
    }
  }
})
