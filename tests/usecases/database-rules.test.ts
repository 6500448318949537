import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { BookingUncheckedCreateInput } from '#app/platform/db/generated/models/Booking.ts'
import type { DeliveryUncheckedUpdateInput } from '#app/platform/db/generated/models/Delivery.ts'
import { databaseErrorCode, read, violatedConstraint } from '#app/platform/db/transact.server.ts'
import { testApp } from '#tests/support/test-app.ts'

/*
 * The database refuses by itself what the application must never do, even when asked in raw SQL by the owner or by
 * the application's own role.
 */

const app = await testApp({ now: '2026-11-24T10:00:00Z' })

/** What PostgreSQL answers: the constraint's name, else the error code. */
async function refusalOf(attempt: Promise<unknown>): Promise<string | null> {
  try {
    await attempt
    return null
  } catch (error) {
    return violatedConstraint(error) ?? databaseErrorCode(error) ?? String(error)
  }
}

async function world() {
  const town = await app.given.municipality()
  const service = await app.given.service()
  const family = await app.given.family({ municipalityId: town.id, lines: [{ serviceId: service.id, cents: 100_00 }] })
  const offered = await app.given.offering({ municipalityId: town.id, serviceId: service.id })
  const booking = (over: Partial<BookingUncheckedCreateInput> = {}) =>
    app.owner.booking.create({ data: { ...bookingRow(), ...over } })
  const bookingRow = (): BookingUncheckedCreateInput => ({
    municipality_id: town.id,
    child_id: family.child.id,
    period_id: family.periodId,
    budget_line_id: family.lineId,
    service_id: service.id,
    offering_id: offered.offering.id,
    provider_id: offered.provider.id,
    specialist_id: offered.specialist.id,
    child_lane: 'attended',
    mode: 'at_provider',
    starts_at: new Date('2026-12-01T08:00:00Z'),
    ends_at: new Date('2026-12-01T08:45:00Z'),
    blocked_from: new Date('2026-12-01T08:00:00Z'),
    blocked_until: new Date('2026-12-01T09:00:00Z'),
    quantity_hundredths: 100,
    unit_price_cents: 38_00,
    price_cents: 38_00,
    free_cancellation_hours: 24,
    late_charge_percent: 50,
    late_charges_per_period: 2,
    booked_by: family.guardian.personId,
    booked_at: new Date('2026-11-24T10:00:00Z'),
    request_key: randomUUID(),
  })
  return { town, service, family, offered, booking }
}

async function accountsOf(lineId: string) {
  const accounts = await app.owner.account.findMany({ where: { budget_line_id: lineId } })
  const id = (kind: string) => accounts.find((account) => account.kind === kind)?.id ?? ''
  return { available: id('available'), reserved: id('reserved'), paid: id('paid') }
}

function transferOf(municipalityId: string, from: string, to: string, cents: number, kind: 'reserve' | 'settle') {
  return {
    municipality_id: municipalityId,
    debit_account_id: from,
    credit_account_id: to,
    cents,
    kind,
    cause: 'booking' as const,
    cause_id: randomUUID(),
    at: new Date('2026-11-24T10:00:00Z'),
    idempotency_key: randomUUID(),
  }
}

test('a balance never goes below zero, and a transfer keeps to the way of its kind', async () => {
  const { town, family } = await world()
  const { available, reserved, paid } = await accountsOf(family.lineId)

  const tooMuch = app.owner.transfer.create({ data: transferOf(town.id, available, reserved, 100_01, 'reserve') })
  expect(await refusalOf(tooMuch)).toBe('balance_is_never_negative')

  const shortcut = app.owner.transfer.create({ data: transferOf(town.id, available, paid, 1_00, 'settle') })
  expect(await refusalOf(shortcut)).toBe('23514')

  const nothing = app.owner.transfer.create({ data: transferOf(town.id, available, reserved, 0, 'reserve') })
  expect(await refusalOf(nothing)).toBe('transfer_moves_money')
})

test('money of one line cannot be spent from another line of the same child', async () => {
  const { town, family } = await world()
  const other = await app.given.service()
  const stranger = await app.given.family({ municipalityId: town.id, lines: [{ serviceId: other.id, cents: 50_00 }] })
  const { available } = await accountsOf(family.lineId)
  const { reserved } = await accountsOf(stranger.lineId)

  const across = app.owner.transfer.create({ data: transferOf(town.id, available, reserved, 1_00, 'reserve') })

  expect(await refusalOf(across)).toBe('23514')
})

test('transfers and balances cannot be changed or deleted', async () => {
  const { town, family } = await world()
  const scope = { tenant: town.id, provider: null }
  const asApplication = (sql: string) => read({ db: app.db, scope }, (tx) => tx.$executeRawUnsafe(sql))

  expect(await refusalOf(app.owner.$executeRawUnsafe('UPDATE transfer SET cents = cents + 1'))).toBe('23001')
  expect(await refusalOf(app.owner.$executeRawUnsafe('DELETE FROM transfer'))).toBe('23001')
  expect(await refusalOf(asApplication('UPDATE account SET balance_cents = 1'))).toBe('42501')
  expect(await refusalOf(asApplication('UPDATE budget_period SET allocated_cents = 1'))).toBe('42501')
  expect(await refusalOf(asApplication('DELETE FROM hold'))).toBe('42501')
  expect(await app.owner.account.count({ where: { budget_line_id: family.lineId, balance_cents: 100_00 } })).toBe(1)
})

test('a hold ends once and keeps its amount', async () => {
  const { town, family } = await world()
  const hold = await app.owner.hold.create({
    data: {
      municipality_id: town.id,
      budget_line_id: family.lineId,
      booking_id: randomUUID(),
      cents: 10_00,
      opened_at: new Date('2026-11-24T10:00:00Z'),
    },
  })
  const change = (data: object) => app.owner.hold.update({ where: { id: hold.id }, data })

  expect(await refusalOf(change({ cents: 20_00 }))).toBe('23514')
  await change({ state: 'voided', ended_at: new Date('2026-11-24T11:00:00Z') })
  expect(await refusalOf(change({ state: 'posted', ended_at: new Date('2026-11-24T12:00:00Z') }))).toBe('23514')
  expect(await refusalOf(change({ state: 'open', ended_at: null }))).toBe('23514')
})

test('a specialist is in one place at a time, buffers included, also for another municipality', async () => {
  const first = await world()
  await first.booking()
  const elsewhere = await world()

  const inTheBuffer = elsewhere.booking({
    specialist_id: first.offered.specialist.id,
    starts_at: new Date('2026-12-01T08:50:00Z'),
    ends_at: new Date('2026-12-01T09:30:00Z'),
    blocked_from: new Date('2026-12-01T08:50:00Z'),
    blocked_until: new Date('2026-12-01T09:30:00Z'),
  })

  expect(await refusalOf(inTheBuffer)).toBe('specialist_is_in_one_place')
})

test('a child is in one session at a time, but an assistant or a ride may go with it', async () => {
  const { service, town, booking } = await world()
  await booking()
  const other = await app.given.offering({ municipalityId: town.id, serviceId: service.id, withCap: false })
  const another = await app.given.offering({ municipalityId: town.id, serviceId: service.id, withCap: false })

  expect(await refusalOf(booking({ specialist_id: other.specialist.id }))).toBe('child_is_in_one_place')
  expect(await refusalOf(booking({ specialist_id: another.specialist.id, child_lane: 'assistance' }))).toBe(null)
})

test('a cancelled booking frees its time and never comes back', async () => {
  const { booking } = await world()
  const first = await booking()
  const cancelled = { state: 'cancelled' as const, cancelled_at: new Date('2026-11-25T10:00:00Z') }
  await app.owner.booking.update({ where: { id: first.id }, data: cancelled })

  expect(await refusalOf(booking())).toBe(null)
  const back = app.owner.booking.update({ where: { id: first.id }, data: { state: 'booked', cancelled_at: null } })
  expect(await refusalOf(back)).toBe('23514')
})

test('tariffs of one offering and caps of one service do not overlap in time', async () => {
  const { offered, town, service } = await world()
  const tariff = app.owner.tariff.create({
    data: { offering_id: offered.offering.id, cents: 40_00, valid_from: new Date('2026-01-01') },
  })
  expect(await refusalOf(tariff)).toBe('one_tariff_a_day')
  const cap = app.given.priceCap({ municipalityId: town.id, serviceId: service.id, cents: 40_00, from: '2026-01-01' })
  expect(await refusalOf(cap)).toBe('one_cap_a_day')
})

test('periods of one child do not overlap', async () => {
  const { town, family, service } = await world()
  const second = app.given.period({
    municipalityId: town.id,
    childId: family.child.id,
    lines: [{ serviceId: service.id, cents: 1_00 }],
  })
  expect(await refusalOf(second)).toBe('one_period_at_a_time')
})

test('the application sees no family at all until a tenant is named, and then only its own', async () => {
  const { town, family } = await world()
  const elsewhere = await world()

  expect(await app.db.child.count()).toBe(0)
  expect(await app.db.account.count()).toBe(0)
  const own = await read({ db: app.db, scope: { tenant: town.id, provider: null } }, (tx) =>
    tx.child.findMany({ select: { id: true } }),
  )
  expect(own).toEqual([{ id: family.child.id }])
  const intrusion = read({ db: app.db, scope: { tenant: town.id, provider: null } }, (tx) =>
    tx.child.updateMany({ where: { id: elsewhere.family.child.id }, data: { given_name: 'X' } }),
  )
  expect(await intrusion).toEqual({ count: 0 })
})

test('a provider reads its own sessions in every municipality and nobody else’s', async () => {
  const here = await world()
  const there = await world()
  await here.booking()
  await there.booking({
    provider_id: here.offered.provider.id,
    specialist_id: here.offered.specialist.id,
    starts_at: new Date('2026-12-02T08:00:00Z'),
    ends_at: new Date('2026-12-02T08:45:00Z'),
    blocked_from: new Date('2026-12-02T08:00:00Z'),
    blocked_until: new Date('2026-12-02T08:45:00Z'),
  })
  const scope = { tenant: null, provider: here.offered.provider.id }

  const seen = await read({ db: app.db, scope }, async (tx) => ({
    bookings: await tx.booking.count(),
    children: await tx.child.count(),
    accounts: await tx.account.count(),
  }))

  expect(seen).toEqual({ bookings: 2, children: 2, accounts: 0 })
})

test('inside a municipality a provider changes its own sessions only, and nobody else’s', async () => {
  const { town, booking } = await world()
  const { id } = await booking()
  const stranger = await world()
  const change = (provider: string | null) =>
    read({ db: app.db, scope: { tenant: town.id, provider } }, (tx) =>
      tx.booking.updateMany({ where: { id }, data: { revision: { increment: 1 } } }),
    )
  const own = await app.owner.booking.findUniqueOrThrow({ where: { id } })

  expect(await change(stranger.offered.provider.id)).toEqual({ count: 0 })
  expect(await change(own.provider_id)).toEqual({ count: 1 })
  expect(await change(null)).toEqual({ count: 1 })
  const forged = read({ db: app.db, scope: { tenant: town.id, provider: stranger.offered.provider.id } }, (tx) =>
    tx.delivery.create({
      data: {
        municipality_id: town.id,
        booking_id: id,
        child_id: own.child_id,
        provider_id: own.provider_id,
        kind: 'not_attended',
        state: 'waived',
        quantity_hundredths: 0,
        reserved_cents: 0,
        amount_cents: 0,
        stated_by: own.booked_by,
        stated_at: own.booked_at,
        accept_by: own.booked_at,
      },
    }),
  )
  expect(await refusalOf(forged)).toBe('42501')
})

test('inside a municipality a provider reads no assessment, code or care, and adds no child, budget or payment', async () => {
  const { town, family, offered } = await world()
  const inTown = { db: app.db, scope: { tenant: town.id, provider: offered.provider.id } }

  const seen = await read(inTown, async (tx) => [
    await tx.guardianship.count(),
    await tx.caseAssignment.count(),
    await tx.personalCode.count(),
    await tx.assessment.count(),
  ])
  expect(seen).toEqual([0, 0, 0, 0])
  expect(await app.owner.guardianship.count({ where: { municipality_id: town.id } })).toBeGreaterThan(0)
  const line = { municipality_id: town.id, period_id: family.periodId, service_id: (await app.given.service()).id }
  expect(await refusalOf(read(inTown, (tx) => tx.budgetLine.create({ data: line })))).toBe('42501')
  const asTown = { db: app.db, scope: { tenant: town.id, provider: null } }
  expect(await refusalOf(read(asTown, (tx) => tx.budgetLine.create({ data: line })))).toBe(null)
})

test('a municipality decides on caps, policies and providers for itself; everybody reads them', async () => {
  const here = await world()
  const there = await world()
  const inTown = { db: app.db, scope: { tenant: here.town.id, provider: null } }
  const capOf = (municipality_id: string) => ({
    municipality_id,
    service_id: here.service.id,
    mode: 'online' as const,
    cents: 1_00,
    valid_from: new Date('2026-01-01'),
  })

  expect(await refusalOf(read(inTown, (tx) => tx.priceCap.create({ data: capOf(there.town.id) })))).toBe('42501')
  expect(await refusalOf(read(inTown, (tx) => tx.priceCap.create({ data: capOf(here.town.id) })))).toBe(null)
  const changed = await read(inTown, async (tx) => [
    await tx.municipalityPolicy.updateMany({ data: { late_charge_percent: 10 } }),
    await tx.providerAcceptance.updateMany({ data: { accepted_until: null } }),
  ])
  expect(changed).toEqual([{ count: 1 }, { count: 1 }])
  expect(await app.db.municipalityPolicy.count({ where: { municipality_id: there.town.id } })).toBe(1)
})

test('what runs as the owner cannot be led astray by tables of a session', async () => {
  const rows = await app.owner
    .$queryRaw`SELECT proname::text, proconfig::text[], has_function_privilege('public', oid, 'EXECUTE') AS "isPublic"
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef ORDER BY proname`
  const sealed = { proconfig: ['search_path=pg_catalog, public, pg_temp'], isPublic: false }
  expect(rows).toEqual(expect.arrayContaining([{ proname: 'busy_times', ...sealed }]))
  for (const row of z.array(z.object({ proconfig: z.array(z.string()), isPublic: z.boolean() })).parse(rows)) {
    expect(row).toMatchObject(sealed)
  }
})

/** Tables with a municipality in them that have no wall, and why they cannot: 0005 says it. */
const open = ['domain_event', 'role_grant']

test('every table with a municipality in it has a wall', async () => {
  const rows = await app.owner.$queryRaw`SELECT c.relname::text AS name FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'municipality_id' AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT c.relrowsecurity ORDER BY 1`
  expect(rows).toEqual(open.map((name) => ({ name })))
})

async function acceptedDelivery() {
  const here = await world()
  const booking = await here.booking()
  const own = { municipality_id: here.town.id, provider_id: here.offered.provider.id }
  const delivery = await app.owner.delivery.create({
    data: {
      ...own,
      booking_id: booking.id,
      child_id: here.family.child.id,
      kind: 'delivered',
      state: 'awaiting',
      started_at: booking.starts_at,
      ended_at: booking.ends_at,
      place_type: 'provider',
      quantity_hundredths: 100,
      reserved_cents: 38_00,
      amount_cents: 38_00,
      stated_by: here.family.guardian.personId,
      stated_at: booking.ends_at,
      accept_by: booking.ends_at,
    },
  })
  const change = (data: DeliveryUncheckedUpdateInput) =>
    refusalOf(app.owner.delivery.update({ where: { id: delivery.id }, data }))
  const accept = () => change({ state: 'accepted', accepted_how: 'cosigned' })
  const run = await app.owner.payoutRun.create({
    data: {
      municipality_id: here.town.id,
      year: 2026,
      number: 1,
      covers_from: new Date('2026-12-01'),
      covers_before: new Date('2027-01-01'),
      execution_date: new Date('2027-01-15'),
      state: 'prepared',
      total_cents: 38_00,
      payout_count: 1,
      message_id: randomUUID(),
      prepared_by: here.family.guardian.personId,
      prepared_at: booking.ends_at,
    },
  })
  const payout = await app.owner.payout.create({
    data: {
      ...own,
      run_id: run.id,
      cents: 38_00,
      creditor_name: 'SIA',
      creditor_iban: 'LV00',
      end_to_end_id: randomUUID(),
      state: 'prepared',
    },
  })
  const addItem = (cents: number) =>
    refusalOf(app.owner.payoutItem.create({ data: { ...own, payout_id: payout.id, delivery_id: delivery.id, cents } }))
  const approve = () =>
    refusalOf(
      app.owner.payoutRun.update({
        where: { id: run.id },
        data: { state: 'approved', approved_by: here.offered.manager.personId, approved_at: booking.ends_at },
      }),
    )
  return { change, accept, addItem, approve }
}

test('a statement keeps what was stated, and never is worth more than was reserved and asked', async () => {
  const { change, accept } = await acceptedDelivery()

  expect(await change({ amount_cents: 38_01, state: 'accepted', accepted_how: 'cosigned' })).toBe(
    'owed_within_what_was_asked',
  )
  expect(await change({ extra_asked_cents: 5_00 })).toBe('statement_is_frozen')
  expect(await change({ amount_cents: 30_00 })).toBe('delivery_goes_forward')
  expect(await accept()).toBe(null)
  expect(await change({ state: 'awaiting', accepted_how: null })).toBe('delivery_goes_forward')
})

test('a payout holds accepted deliveries at what is owed, and from then on they stay', async () => {
  const { change, accept, addItem, approve } = await acceptedDelivery()

  expect(await addItem(38_00)).toBe('item_is_what_is_owed')
  await accept()
  expect(await addItem(37_00)).toBe('item_is_what_is_owed')
  expect(await approve()).toBe('approved_run_adds_up')
  expect(await addItem(38_00)).toBe(null)
  expect(await change({ state: 'waived', accepted_how: null })).toBe('delivery_in_a_payout_stays')
  expect(await approve()).toBe(null)
})
