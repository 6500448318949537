import type { Mode } from '#app/assessment/rules/assessed-result.ts'
import { parsePersonalCode } from '#app/people/rules/personal-code.ts'
import type { ColumnKey } from './columns.ts'
import type {
  FamilyRow,
  IntakeLists,
  ListedService,
  Place,
  RowChild,
  RowGuardian,
  RowLine,
  RowPlan,
} from './family-row.ts'
import { bringsPlans, cellsOf, plainName } from './match-columns.ts'
import type { Matching } from './match-columns.ts'
import type { ReadNumber } from './read-values.ts'
import { readDegrees, readEmail, readEuros, readWhole, readWrittenDay } from './read-values.ts'
import type { Reason } from './reasons.ts'
import { isRefusal } from './reasons.ts'
import { findGuardianKind, findMode } from './word-lists.ts'

/**
 * What a row says, or why it says nothing usable. With a row the reasons are doubts at most. The marks tell which rows
 * belong together: the child's name, and with birth date and period the group; null where those cannot be read.
 */
export type CheckedRow = {
  readonly row: FamilyRow | null
  readonly reasons: readonly Reason[]
  readonly nameMark: string
  readonly groupMark: string | null
}

const longestName = 100
const longestText = 2_000
const mostUnits = 5_000
const mostPlaces = 1_000
const longestPeriod_months = 24
const latvia = { latitude: { least: 55.5, most: 58.2 }, longitude: { least: 20.5, most: 28.5 } }

/**
 * Reads one row of the table. Every cell that cannot be used is told with its column; a row with one such cell is not
 * taken. Never throws, whatever the cells hold.
 */
export function checkRow(cells: readonly string[], matching: Matching, lists: IntakeLists): CheckedRow {
  const reader = rowReader(cells, matching)
  const child = readChild(reader, lists)
  const guardian = readGuardian(reader)
  const workerId = readWorker(reader, lists)
  const plan = bringsPlans(matching) ? readPlan(reader, lists) : null
  const wishes = reader.text('wishes', longestText)
  const { reasons } = reader
  const marks = readMarks(cellsOf(cells, matching))
  if (reasons.some(isRefusal) || child === null || guardian === null) return { row: null, reasons, ...marks }
  return { row: { child, guardian, workerId, plan, wishes: linesOf(wishes) }, reasons, ...marks }
}

function readMarks(cellOf: (key: ColumnKey) => string): Pick<CheckedRow, 'nameMark' | 'groupMark'> {
  const names = ['child_given_name', 'child_family_name'] as const
  const nameMark = JSON.stringify(names.map((key) => cellOf(key).toLowerCase().replaceAll(/\s+/g, ' ')))
  const days = (keys: readonly ColumnKey[]) => keys.map((key) => readWrittenDay(cellOf(key))?.toString() ?? null)
  const isPlan = cellOf('service') !== ''
  const dated = days(isPlan ? ['birth_date', 'period_from', 'period_to'] : ['birth_date'])
  return { nameMark, groupMark: dated.includes(null) ? null : JSON.stringify([nameMark, ...dated]) }
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

type Reader = ReturnType<typeof rowReader>

function rowReader(cells: readonly string[], matching: Matching) {
  const cellOf = cellsOf(cells, matching)
  const reasons: Reason[] = []
  const tell = (code: Reason['code'], column: ColumnKey, ...values: string[]) => {
    reasons.push(values.length === 0 ? { code, column } : { code, column, values })
  }
  /** The cell, or an empty text when it cannot be used, which is told. */
  const text = (key: ColumnKey, longest: number): string => {
    const value = cellOf(key)
    if (value.startsWith('=')) tell('formula', key)
    // Signs that no program writes into a table on purpose; the database keeps no NUL.
    else if (/[^\P{Cc}\t\n\r]|\ufffd/u.test(value)) tell('not-text', key)
    else if (value.length > longest) tell('too-long', key, String(longest))
    else return value
    return ''
  }
  return {
    reasons,
    tell,
    text,
    isEmpty: (key: ColumnKey) => cellOf(key) === '',
    /** A cell that must hold something. */
    needed(key: ColumnKey, longest = longestName): string {
      if (cellOf(key) === '') tell('missing', key)
      return text(key, longest)
    },
  }
}

function readDay(reader: Reader, key: ColumnKey): Temporal.PlainDate | null {
  const written = reader.needed(key, 40)
  if (written === '') return null
  const day = readWrittenDay(written)
  if (day === null) reader.tell('not-a-day', key)
  return day
}

function readChild(reader: Reader, lists: IntakeLists): RowChild | null {
  const givenName = reader.needed('child_given_name')
  const familyName = reader.needed('child_family_name')
  const bornOn = readDay(reader, 'birth_date')
  if (bornOn !== null && Temporal.PlainDate.compare(bornOn, lists.today) > 0) reader.tell('born-later', 'birth_date')
  const personalCode = readCode(reader)
  const town = reader.needed('town')
  const place = readPlace(reader, town, lists)
  if (bornOn === null || place === null) return null
  return { givenName, familyName, bornOn, personalCode, town, ...place }
}

function readCode(reader: Reader): string | null {
  const written = reader.text('personal_code', 40)
  if (written === '') return null
  const code = parsePersonalCode(written)
  if (!code.ok) {
    reader.tell('not-a-code', 'personal_code')
    return null
  }
  if (code.value.doubts.length > 0) reader.tell('check-digit', 'personal_code')
  return code.value.text
}

/** Where home is: as the file says, else where the portal knows the town to be, else the municipality's centre. */
function readPlace(reader: Reader, town: string, lists: IntakeLists): Place | null {
  const latitude = reader.text('latitude', 40)
  const longitude = reader.text('longitude', 40)
  if (latitude === '' && longitude === '') {
    const known = lists.places.get(plainName(town))
    if (known === undefined && town !== '') reader.tell('place-unknown', 'town')
    return known ?? lists.centre
  }
  if (latitude === '') reader.tell('missing', 'latitude')
  if (longitude === '') reader.tell('missing', 'longitude')
  if (latitude === '' || longitude === '') return null
  const north = number(reader, 'latitude', readDegrees(latitude, latvia.latitude), latvia.latitude)
  const east = number(reader, 'longitude', readDegrees(longitude, latvia.longitude), latvia.longitude)
  return north === null || east === null ? null : { latitude: north, longitude: east }
}

function readGuardian(reader: Reader): RowGuardian | null {
  const givenName = reader.needed('guardian_given_name')
  const familyName = reader.needed('guardian_family_name')
  const writtenEmail = reader.text('guardian_email', 254)
  const email = readEmail(writtenEmail)
  if (writtenEmail === '') {
    if (reader.isEmpty('guardian_email')) reader.tell('no-email', 'guardian_email')
  } else if (email === null) reader.tell('not-an-email', 'guardian_email')
  const phone = reader.text('guardian_phone', 40)
  const writtenKind = reader.text('guardian_kind', longestName)
  const kind = writtenKind === '' ? 'parent' : findGuardianKind(writtenKind)
  if (kind === null) reader.tell('unknown-kind', 'guardian_kind')
  return kind === null ? null : { givenName, familyName, email, phone: phone === '' ? null : phone, kind }
}

function readWorker(reader: Reader, { workers }: IntakeLists): string | null {
  const written = reader.text('worker_email', 254)
  if (written === '') {
    if (reader.isEmpty('worker_email')) reader.tell('no-worker', 'worker_email')
    return null
  }
  const personId = workers.get(written.toLowerCase()) ?? null
  if (personId === null) reader.tell('unknown-worker', 'worker_email')
  return personId
}

function readPlan(reader: Reader, lists: IntakeLists): RowPlan | null {
  if (reader.isEmpty('service')) {
    const said = (['period_from', 'period_to', 'budget', 'units'] as const).find((key) => !reader.isEmpty(key))
    if (said !== undefined) reader.tell('without-service', said)
    return null
  }
  const line = readLine(reader, lists)
  const startsOn = readDay(reader, 'period_from')
  const lastDay = readDay(reader, 'period_to')
  const written = reader.needed('budget', 40)
  const budget = written === '' ? null : number(reader, 'budget', readEuros(written), { least: 0.01, most: 10_000_000 })
  if (budget === 0) reader.tell('out-of-range', 'budget', '0.01', '10000000')
  if (line === null || startsOn === null || lastDay === null || budget === null) return null
  if (Temporal.PlainDate.compare(lastDay, startsOn) < 0) reader.tell('period-backwards', 'period_to')
  else if (Temporal.PlainDate.compare(lastDay, startsOn.add({ months: longestPeriod_months })) >= 0)
    reader.tell('period-too-long', 'period_to', String(longestPeriod_months))
  else if (Temporal.PlainDate.compare(lastDay, lists.today) < 0) reader.tell('period-over', 'period_to')
  return { startsOn, endsBefore: lastDay.add({ days: 1 }), budget, line }
}

function readLine(reader: Reader, { services }: IntakeLists): RowLine | null {
  const service = findService(reader.text('service', 200), services)
  if (service === null) reader.tell('unknown-service', 'service')
  const writtenMode = reader.text('mode', longestName)
  const mode = writtenMode === '' ? null : findMode(writtenMode)
  if (writtenMode !== '' && mode === null) reader.tell('unknown-mode', 'mode')
  if (service !== null && !hasPrice(service, mode)) reader.tell('no-price', 'service')
  const range = { least: 1, most: mostUnits }
  const units = whole(reader, 'units', range, reader.needed('units', 40))
  const minimumUnits = whole(reader, 'minimum_units', range, reader.text('minimum_units', 40)) ?? 1
  if (units !== null && minimumUnits > units) reader.tell('minimum-above', 'minimum_units', String(units))
  const places = { least: 1, most: mostPlaces }
  const expertRank = whole(reader, 'expert_rank', places, reader.text('expert_rank', 40))
  const parentRank = whole(reader, 'parent_rank', places, reader.text('parent_rank', 40))
  if (service === null || units === null) return null
  return { service, units, minimumUnits, mode, expertRank, parentRank }
}

/** By code or by name in either language. */
function findService(written: string, services: readonly ListedService[]): ListedService | null {
  const name = plainName(written)
  if (name === '') return null
  return (
    services.find((service) => plainName(service.code) === name) ??
    services.find((service) => plainName(service.name.lv) === name || plainName(service.name.en) === name) ??
    null
  )
}

function hasPrice({ pricedModes }: ListedService, mode: Mode | null): boolean {
  return mode === null ? pricedModes.length > 0 : pricedModes.includes(mode)
}

type Range = { least: number; most: number }

function whole(reader: Reader, key: ColumnKey, range: Range, written: string): number | null {
  if (written === '') return null
  const isPlace = key === 'expert_rank' || key === 'parent_rank'
  if (isPlace && /^\d+[.,]5$/.test(written)) {
    reader.tell('half-a-place', key)
    return null
  }
  return number(reader, key, readWhole(written, range), range)
}

function number<Value extends number>(
  reader: Reader,
  key: ColumnKey,
  read: ReadNumber<Value>,
  { least, most }: Range,
): Value | null {
  if (read.ok) return read.value
  if (read.why === 'out-of-range') reader.tell('out-of-range', key, String(least), String(most))
  else reader.tell('not-a-number', key)
  return null
}
