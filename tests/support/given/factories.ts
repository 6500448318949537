import { allocateToPeriod, assignToLine, grantToFund, openFund, openPeriod } from '#app/budget/open-accounts.server.ts'
import type { Actor, Role } from '#app/people/actor.ts'
import type { Database } from '#app/platform/db/database.server.ts'
import type { Beneficiary, ChildLane, GuardianKind, Mode, Unit } from '#app/platform/db/generated/enums.ts'
import { cents } from '#app/platform/money.ts'
import type { Clock } from '#app/platform/time.ts'
import { dateOf, toDate } from '#app/platform/time.ts'

let counter = 0
/** Distinct within a process; names made with it never collide. */
function next(): number {
  counter += 1
  return counter
}

/** A `date` column's value. */
function dateValue(date: Temporal.PlainDate | string): Date {
  return new Date(`${Temporal.PlainDate.from(date).toString()}T00:00:00Z`)
}

/** A `time` column's value out of "08:30". */
function timeValue(time: string): Date {
  return new Date(`1970-01-01T${Temporal.PlainTime.from(time).toString()}Z`)
}

const somePlace = { latitude: 56.95, longitude: 24.1 }

/**
 * The world before a test, written by the owner's connection. Every factory works without arguments and takes what
 * the test is about. Money moves through the ledger even here.
 */
export function factories(owner: Database, clock: Clock) {
  const given = {
    async municipality({ fund = 77_040_00, policy = {} }: { fund?: number; policy?: Partial<PolicyValues> } = {}) {
      const n = next()
      const municipality = await owner.municipality.create({
        data: {
          name_lv: `${n}. novads`,
          name_en: `Municipality ${n}`,
          legal_name: `${n}. novada pašvaldība`,
          registration_no: `9000000${String(n).padStart(4, '0')}`,
          iban: 'LV70HABA0551016193780',
          bic: 'HABALV22',
          ...somePlace,
          contact_email: `novads${n}@example.invalid`,
          contact_phone: '+371 60000000',
        },
      })
      await owner.municipalityPolicy.create({
        data: { municipality_id: municipality.id, valid_from: dateValue('2020-01-01'), ...defaultPolicy, ...policy },
      })
      await owner.$transaction(async (tx) => {
        await openFund(tx, municipality.id)
        const cause = {
          municipalityId: municipality.id,
          kind: 'municipality' as const,
          id: municipality.id,
          personId: null,
          at: clock.now(),
          key: `fund:${municipality.id}`,
        }
        await grantToFund(tx, { amount: cents(fund), cause })
      })
      return municipality
    },

    async service({
      unit = 'session',
      lane = 'attended',
      beneficiary = 'child',
    }: { unit?: Unit; lane?: ChildLane; beneficiary?: Beneficiary } = {}) {
      const n = next()
      return owner.service.create({
        data: {
          code: `service-${n}`,
          name_lv: `Pakalpojums ${n}`,
          name_en: `Service ${n}`,
          description_lv: 'Apraksts',
          description_en: 'Description',
          unit,
          child_lane: lane,
          beneficiary,
          catalogue_order: n,
        },
      })
    },

    async priceCap(data: { municipalityId: string; serviceId: string; mode?: Mode; cents: number; from?: string }) {
      return owner.priceCap.create({
        data: {
          municipality_id: data.municipalityId,
          service_id: data.serviceId,
          mode: data.mode ?? 'at_provider',
          cents: data.cents,
          valid_from: dateValue(data.from ?? '2020-01-01'),
        },
      })
    },

    /** A person under one hat, ready to act. */
    async actor(
      role: Role,
      place: { municipalityId?: string; providerId?: string; specialistId?: string } = {},
      { locale = 'lv' as const, personId }: { locale?: 'lv' | 'en'; personId?: string } = {},
    ): Promise<Actor> {
      const n = next()
      const person =
        personId === undefined
          ? await owner.person.create({
              data: {
                email: `persona${n}@example.invalid`,
                given_name: `Vārds${n}`,
                family_name: `Uzvārds${n}`,
                locale,
                created_at: toDate(clock.now()),
              },
            })
          : await owner.person.findUniqueOrThrow({ where: { id: personId } })
      const grant = await owner.roleGrant.create({
        data: {
          person_id: person.id,
          role,
          municipality_id: place.municipalityId ?? null,
          provider_id: place.providerId ?? null,
          specialist_id: place.specialistId ?? null,
          granted_at: toDate(clock.now()),
        },
      })
      const session = await owner.session.create({
        data: {
          token_hash: Buffer.from(crypto.getRandomValues(new Uint8Array(32))),
          person_id: person.id,
          role_grant_id: grant.id,
          created_at: toDate(clock.now()),
          last_seen_at: toDate(clock.now()),
          expires_at: toDate(clock.now().add({ hours: 240 })),
        },
      })
      return {
        personId: person.id,
        sessionId: session.id,
        roleGrantId: grant.id,
        role,
        givenName: person.given_name,
        familyName: person.family_name,
        locale: person.locale,
        municipalityId: place.municipalityId ?? null,
        providerId: place.providerId ?? null,
        specialistId: place.specialistId ?? null,
      }
    },

    /** A child with a guardian, without a budget. */
    async child({
      municipalityId,
      guardianKind = 'parent',
      travelLimit = null,
    }: {
      municipalityId: string
      guardianKind?: GuardianKind
      travelLimit?: number | null
    }) {
      const n = next()
      const child = await owner.child.create({
        data: {
          municipality_id: municipalityId,
          given_name: `Bērns${n}`,
          family_name: `Uzvārds${n}`,
          born_on: dateValue('2018-05-10'),
          home_town: 'Lejasupe',
          home_latitude: somePlace.latitude,
          home_longitude: somePlace.longitude,
          travel_limit_minutes: travelLimit,
          created_at: toDate(clock.now()),
        },
      })
      const guardian = await given.actor('guardian', { municipalityId })
      await owner.guardianship.create({
        data: {
          municipality_id: municipalityId,
          child_id: child.id,
          person_id: guardian.personId,
          kind: guardianKind,
          since: toDate(clock.now()),
        },
      })
      return { child, guardian }
    },

    /** A period of money for a child: by default from two months ago to four months ahead. */
    async period({
      municipalityId,
      childId,
      budget,
      lines,
      startsOn,
      endsBefore,
    }: {
      municipalityId: string
      childId: string
      budget?: number
      lines: readonly { serviceId: string; cents: number }[]
      startsOn?: string
      endsBefore?: string
    }) {
      const today = dateOf(clock.now())
      const sum = lines.reduce((total, line) => total + line.cents, 0)
      return owner.$transaction(async (tx) => {
        const periodId = await openPeriod(tx, {
          municipalityId,
          childId,
          startsOn: startsOn === undefined ? today.subtract({ months: 2 }) : Temporal.PlainDate.from(startsOn),
          endsBefore: endsBefore === undefined ? today.add({ months: 4 }) : Temporal.PlainDate.from(endsBefore),
        })
        const cause = { municipalityId, kind: 'plan' as const, id: periodId, personId: null, at: clock.now() }
        await allocateToPeriod(tx, {
          periodId,
          amount: cents(budget ?? sum),
          cause: { ...cause, key: `allocate:${periodId}` },
        })
        const lineIds: string[] = []
        for (const line of lines) {
          const key = `assign:${periodId}:${line.serviceId}`
          lineIds.push(
            await assignToLine(tx, {
              periodId,
              serviceId: line.serviceId,
              amount: cents(line.cents),
              cause: { ...cause, key },
            }),
          )
        }
        return { periodId, lineIds }
      })
    },

    /** A child with a guardian and money on lines, all at once. `lineIds` are in the order of `lines`. */
    async family({
      municipalityId,
      lines,
      ...period
    }: {
      municipalityId: string
      lines: readonly { serviceId: string; cents: number }[]
      budget?: number
      startsOn?: string
      endsBefore?: string
    }) {
      const { child, guardian } = await given.child({ municipalityId })
      const { periodId, lineIds } = await given.period({ municipalityId, childId: child.id, lines, ...period })
      const [lineId] = lineIds
      if (lineId === undefined) throw new Error('A family needs at least one line')
      return { child, guardian, periodId, lineIds, lineId }
    },

    async provider({ acceptedBy = [] }: { acceptedBy?: readonly string[] } = {}) {
      const n = next()
      const provider = await owner.provider.create({
        data: {
          kind: 'organisation',
          name: `Sniedzējs ${n}`,
          about_lv: 'Par sniedzēju',
          about_en: 'About the provider',
          iban: 'LV70HABA0551016193780',
          email: `sniedzejs${n}@example.invalid`,
          phone: '+371 60000001',
          street: 'Krasta iela',
          house_number: String(n),
          postcode: 'LV-1000',
          town: 'Lejasupe',
          sites: {
            create: {
              name_lv: 'Centrs',
              name_en: 'Centre',
              address: `Krasta iela ${n}`,
              town: 'Lejasupe',
              ...somePlace,
              is_accessible: true,
            },
          },
          acceptances: {
            create: acceptedBy.map((id) => ({ municipality_id: id, accepted_from: dateValue('2020-01-01') })),
          },
        },
        include: { sites: true },
      })
      const [site] = provider.sites
      if (site === undefined) throw new Error('The provider has no site')
      const manager = await given.actor('provider_manager', { providerId: provider.id })
      return { provider, site, manager }
    },

    /** A specialist with valid credentials who works every day from 8 to 20, unless told otherwise. */
    async specialist({
      providerId,
      week = { days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '20:00' },
      credentialsUntil = null,
    }: {
      providerId: string
      week?: { days: readonly number[]; from: string; to: string } | null
      credentialsUntil?: string | null
    }) {
      const n = next()
      const specialist = await owner.specialist.create({
        data: {
          provider_id: providerId,
          given_name: `Speciālists${n}`,
          family_name: `Uzvārds${n}`,
          profession_lv: 'fizioterapeite',
          profession_en: 'physiotherapist',
          languages: ['lv'],
          credentials: {
            create: (['education', 'clearance', 'register_entry'] as const).map((kind) => ({
              kind,
              valid_from: dateValue('2020-01-01'),
              valid_to: credentialsUntil === null ? null : dateValue(credentialsUntil),
            })),
          },
          rules: {
            create: (week?.days ?? []).map((weekday) => ({
              weekday,
              from_time: timeValue(week?.from ?? '08:00'),
              to_time: timeValue(week?.to ?? '20:00'),
              valid_from: dateValue('2020-01-01'),
            })),
          },
        },
      })
      const actor = await given.actor('specialist', { providerId, specialistId: specialist.id })
      return { specialist, actor }
    },

    /** Something a family can book: provider, specialist, offering with a tariff and the municipality's cap. */
    async offering({
      municipalityId,
      serviceId,
      tariff = 38_00,
      cap = tariff,
      mode = 'at_provider',
      minutes = 45,
      buffer = 0,
      noticeHours = 2,
      furthestDays = 400,
      week,
      withCap = true,
    }: {
      municipalityId: string
      serviceId: string
      tariff?: number
      cap?: number
      mode?: Mode
      minutes?: number
      buffer?: number
      noticeHours?: number
      furthestDays?: number
      week?: { days: readonly number[]; from: string; to: string } | null
      /** False when the municipality already has a cap for this service and mode. */
      withCap?: boolean
    }) {
      const { provider, site, manager } = await given.provider({ acceptedBy: [municipalityId] })
      const { specialist, actor } = await given.specialist({
        providerId: provider.id,
        ...(week === undefined ? {} : { week }),
      })
      const offering = await owner.offering.create({
        data: {
          provider_id: provider.id,
          service_id: serviceId,
          mode,
          site_id: mode === 'at_provider' ? site.id : null,
          duration_minutes: minutes,
          buffer_minutes: buffer,
          minimum_notice_hours: noticeHours,
          furthest_days: furthestDays,
          home_radius_km: mode === 'at_home' ? 50 : null,
          home_from_latitude: mode === 'at_home' ? somePlace.latitude : null,
          home_from_longitude: mode === 'at_home' ? somePlace.longitude : null,
          specialists: { create: { specialist_id: specialist.id } },
          tariffs: { create: { cents: tariff, valid_from: dateValue('2020-01-01') } },
        },
      })
      if (withCap) await given.priceCap({ municipalityId, serviceId, mode, cents: cap })
      return { provider, site, manager, specialist, specialistActor: actor, offering }
    },
  }
  return given
}

type PolicyValues = typeof defaultPolicy

const defaultPolicy = {
  expert_weight_tenths: 7,
  parent_weight_tenths: 3,
  free_cancellation_hours: 24,
  late_charge_percent: 50,
  late_charges_per_period: 2,
  silent_acceptance_days: 5,
  payout_day_of_month: 15,
}
