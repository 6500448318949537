import fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimateTravel, straightLineMetres, warnOfTravel } from './travel.ts'

const bauska = { latitude: 56.4079, longitude: 24.1944 }
const jelgava = { latitude: 56.6511, longitude: 23.7214 }

const places = fc.record({
  latitude: fc.double({ min: 55.6, max: 58.1, noNaN: true }),
  longitude: fc.double({ min: 20.9, max: 28.3, noNaN: true }),
})

test('one degree of latitude is 111.2 km in a straight line', () => {
  expect(straightLineMetres({ latitude: 56, longitude: 24 }, { latitude: 57, longitude: 24 })).toBeCloseTo(111_195, -1)
})

test('the way from Bauska to Jelgava is 1.3 times the straight line, a minute a kilometre', () => {
  const estimate = estimateTravel(bauska, jelgava)

  expect(estimate.roadMetres).toBe(Math.round(straightLineMetres(bauska, jelgava) * 1.3))
  expect(estimate.roadMetres).toBeGreaterThan(50_000)
  expect(estimate.roadMetres).toBeLessThan(53_000)
  expect(estimate.minutesByCar).toBe(Math.ceil(estimate.roadMetres / 1000))
})

test('the way back is as long, and staying takes no time', () => {
  fc.assert(
    fc.property(places, places, (from, to) => {
      expect(estimateTravel(from, to)).toEqual(estimateTravel(to, from))
      expect(estimateTravel(from, from)).toEqual({ roadMetres: 0, minutesByCar: 0 })
    }),
  )
})

test.each([
  [30_000, 30, []],
  [30_001, 30, ['too-far']],
  [30_000, 31, ['too-long']],
  [30_001, 31, ['too-far', 'too-long']],
])('%i m and %i minutes against a limit of 30 km and 30 minutes warn of %j', (roadMetres, minutesByCar, kinds) => {
  const warnings = warnOfTravel({ roadMetres, minutesByCar }, { roadKilometres: 30, minutesByCar: 30 })

  expect(warnings.map((warning) => warning.kind)).toEqual(kinds)
})

test('a family without limits is never warned', () => {
  expect(
    warnOfTravel({ roadMetres: 900_000, minutesByCar: 900 }, { roadKilometres: null, minutesByCar: null }),
  ).toEqual([])
})

test('a place off the globe is a bug', () => {
  expect(() => straightLineMetres(bauska, { latitude: 91, longitude: 0 })).toThrow(RangeError)
  expect(() => straightLineMetres(bauska, { latitude: Number.NaN, longitude: 0 })).toThrow(RangeError)
})
