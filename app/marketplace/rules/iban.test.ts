import { expect, test } from 'vitest'
import { parseIban, showIban } from './iban.ts'

test.each(['LV70HABA0551016193780', 'lv70 haba 0551 0161 9378 0', ' LV70-HABA-0551-0161-9378-0 '])(
  '%j is an account',
  (typed) => {
    expect(parseIban(typed)).toEqual({ ok: true, value: 'LV70HABA0551016193780' })
  },
)

test.each([
  ['', 'iban-unknown-country'],
  ['XX70HABA0551016193780', 'iban-unknown-country'],
  ['LV70HABA055101619378', 'iban-wrong-length'],
  ['LV70HABA05510161937800', 'iban-wrong-length'],
  ['LV7012340551016193780', 'iban-wrong-form'],
  ['LV71HABA0551016193780', 'iban-wrong-check-digits'],
  ['LV70HABA0551016193781', 'iban-wrong-check-digits'],
])('%j is refused: %s', (typed, kind) => {
  expect(parseIban(typed)).toEqual({ ok: false, refusal: { kind } })
})

test('an account that SEPA does not reach is refused with its country', () => {
  expect(parseIban('TR330006100519786457841326')).toEqual({
    ok: false,
    refusal: { kind: 'iban-outside-sepa', country: 'TR' },
  })
})

test('an account is shown in groups of four', () => {
  expect(showIban('LV70HABA0551016193780')).toBe('LV70 HABA 0551 0161 9378 0')
})
