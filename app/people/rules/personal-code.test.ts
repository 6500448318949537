import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskPersonalCode, parsePersonalCode } from './personal-code.ts'

test.each([
  ['161175-19997', 'old', '161175-19997', []],
  ['16117519997', 'old', '161175-19997', []],
  [' 161175 – 19997 ', 'old', '161175-19997', []],
  ['161175-19998', 'old', '161175-19998', ['check-digit']],
  ['32503511782', 'new', '325035-11782', []],
  ['325035-11783', 'new', '325035-11783', []],
  ['399999-99999', 'new', '399999-99999', []],
])('%j is a personal code of the %s form', (typed, form, text, doubts) => {
  expect(parsePersonalCode(typed)).toEqual({ ok: true, value: { form, text, doubts } })
})

test.each([
  ['', 'not-eleven-digits'],
  ['161175-1999', 'not-eleven-digits'],
  ['161175-199977', 'not-eleven-digits'],
  ['16117-519997', 'not-eleven-digits'],
  ['161175a19997', 'not-eleven-digits'],
  ['161175-39997', 'no-such-form'],
  ['310275-19997', 'no-such-date'],
  ['001175-19997', 'no-such-date'],
  ['161375-19997', 'no-such-date'],
  ['290201-19997', 'no-such-date'],
])('%j is refused: %s', (typed, kind) => {
  expect(parsePersonalCode(typed)).toEqual({ ok: false, refusal: { kind } })
})

test('the days 30 and 31 are old-form dates, not new-form codes', () => {
  expect(parsePersonalCode('311201-20000')).toMatchObject({ value: { form: 'old' } })
  expect(parsePersonalCode('300601-20000')).toMatchObject({ value: { form: 'old' } })
})

test('29 February of a leap year exists', () => {
  expect(parsePersonalCode('290204-20000')).toMatchObject({ ok: true })
})

test('an old-form code of somebody born after it ended raises a doubt', () => {
  const doubtsOf = (typed: string) => {
    const code = parsePersonalCode(typed)
    return code.ok ? code.value.doubts : []
  }

  expect(doubtsOf('300617-20000')).not.toContain('born-after-old-form')
  expect(doubtsOf('010717-20000')).toContain('born-after-old-form')
})

test('every new-form code is taken as it is, whatever its digits', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }), (second, rest) => {
      const digits = `3${second}${String(rest).padStart(9, '0')}`
      const text = `${digits.slice(0, 6)}-${digits.slice(6)}`

      expect(parsePersonalCode(digits)).toEqual({ ok: true, value: { form: 'new', text, doubts: [] } })
    }),
  )
})

test('a masked code shows its last two digits only', () => {
  expect(maskPersonalCode('161175-19997')).toBe('••••••-•••97')
})
