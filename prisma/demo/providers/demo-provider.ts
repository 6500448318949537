import type { Mode, ProviderKind } from '#app/platform/db/generated/enums.ts'
import type { MunicipalityKey } from '../municipalities.ts'
import type { BothLanguages, ServiceCode } from '../catalogue.ts'

/** Weekly working hours in wall-clock time: weekdays from 1, Monday. */
export type DemoHours = { days: readonly number[]; from: string; to: string }

export type DemoSpecialist = {
  key: string
  givenName: string
  familyName: string
  profession: BothLanguages
  /** ISO 639-1, and `lsl` for Latvian Sign Language. */
  languages: readonly string[]
  week: readonly DemoHours[]
  /** Works on public holidays as on any other day. */
  worksOnHolidays?: boolean
  /** Works only on the fixed dates of the courses. */
  onCourseDatesOnly?: boolean
  clearanceEndsSoon?: boolean
  /** A leave that is announced already. */
  leave?: { inDays: number; days: number; note: string }
}

export type DemoOffering = {
  key: string
  service: ServiceCode
  mode: Mode
  minutes: number
  /** Cents for one unit. Invented. */
  tariff: number
  specialists: readonly string[]
  /** Minutes kept clear around a session. */
  buffer?: number
  noticeHours?: number
  radiusKm?: number
  note?: BothLanguages
}

export type DemoPlace = {
  name: BothLanguages
  street: string
  houseNumber: string
  postcode: string
  town: string
  latitude: number
  longitude: number
  isAccessible: boolean
  access?: BothLanguages
}

export type DemoProvider = {
  key: string
  kind: ProviderKind
  name: string
  about: BothLanguages
  place: DemoPlace
  acceptedBy: readonly MunicipalityKey[]
  /** The specialist who also manages, or a person of their own. */
  manager: { specialist: string } | { givenName: string; familyName: string }
  specialists: readonly DemoSpecialist[]
  offerings: readonly DemoOffering[]
}

export const weekdays = [1, 2, 3, 4, 5] as const
