import { generatePath } from 'react-router'
import { assessedRows } from './assessed-addresses.ts'
import type { Hat } from './hats.ts'
import { payers, staff } from './hats.ts'
import type { Family, Firm, Things } from './things.ts'

/** Somebody else's thing behind an address, with words that must not come back. */
export type Foreign = { hats: readonly Hat[]; params: Record<string, string>; what: string; names: readonly string[] }

export type AddressRow = {
  /** What belongs to a hat, so that the page opens. */
  own: readonly { hats: readonly Hat[]; params: Record<string, string> }[]
  foreign: readonly Foreign[]
  /** What the address asks for besides, with which the page is whole. */
  search?: string
}

/** A well-formed id of nothing at all. */
export const nothing = '0198c0de-0000-7000-8000-00000000dead'

/**
 * What is whose behind every address with a parameter. A new address without a row here fails the test: whoever adds
 * one says what is somebody else's there.
 */
export function addressRows(things: Things): Record<string, AddressRow> {
  return {
    ...familyRows(things),
    ...providerRows(things),
    ...municipalityRows(things),
    ...assessedRows(things),
    ...developerRows(things),
  }
}

export function pathOf(pattern: string, params: Record<string, string>): string {
  return generatePath(pattern, params)
}

function familyRows({ emils, elza, tince, tina, planned }: Things): Record<string, AddressRow> {
  const guardian = { hats: ['guardian'] } as const
  const others = [elza, tince, tina]
  const plans = new Map(Object.values(planned).map((plan) => [plan.childId, plan.planId]))
  /** The other family's page as it is, and the other family's thing on a page of one's own child. */
  function rowOf(pick: (family: Family) => Record<string, string>): AddressRow {
    const own = { childId: emils.childId, ...pick(emils) }
    return {
      own: [{ ...guardian, params: own }],
      foreign: others.flatMap((family) => {
        const { names } = family
        const theirs = pick(family)
        return [
          { ...guardian, what: 'their page', names, params: { childId: family.childId, ...theirs } },
          {
            ...guardian,
            what: 'our things at their child',
            names,
            params: { childId: family.childId, ...pick(emils) },
          },
          ...(Object.keys(theirs).length === 0
            ? []
            : [
                {
                  ...guardian,
                  what: 'their things at our child',
                  names,
                  params: { childId: emils.childId, ...theirs },
                },
              ]),
        ]
      }),
    }
  }
  const child = rowOf(() => ({}))
  const booking = rowOf(({ bookingId }) => ({ bookingId }))
  const line = rowOf(({ lineId }) => ({ lineId }))
  const offering = rowOf(({ lineId, offeringId }) => ({ lineId, offeringId }))
  const decision = rowOf(({ childId }) => ({ planId: plans.get(childId) ?? nothing }))
  return {
    '/family/:childId': child,
    '/family/:childId/plan/changes': child,
    '/family/:childId/assessment': child,
    '/family/:childId/assessment/wishes': child,
    '/family/:childId/assessment/services': child,
    '/family/:childId/assessment/ranking': child,
    '/family/:childId/goals': child,
    '/family/:childId/evaluation': child,
    '/family/:childId/decisions/:planId': decision,
    '/family/:childId/decisions/:planId/decision.pdf': decision,
    '/family/:childId/plan': child,
    '/family/:childId/book': child,
    '/family/:childId/book/:lineId': line,
    '/family/:childId/book/:lineId/:offeringId': offering,
    '/family/:childId/book/:lineId/:offeringId/check': { ...offering, search: timeWith(emils.specialistId) },
    '/family/:childId/bookings': child,
    '/family/:childId/bookings/:bookingId': booking,
    '/family/:childId/bookings/:bookingId/move': booking,
    '/family/:childId/bookings/:bookingId/cancel': booking,
    '/family/:childId/bookings/:bookingId/calendar.ics': booking,
    '/family/:childId/deliveries/:deliveryId': rowOf(({ deliveryId }) => ({ deliveryId })),
  }
}

/** Some time in three days, whether free or not. */
function timeWith(specialistId: string): string {
  const startsAt = Temporal.Now.instant().round('hour').add({ hours: 72 })
  return `?${new URLSearchParams({ time: `${startsAt}_${specialistId}` })}`
}

function providerRows({ kristine, nauris, ieva }: Things): Record<string, AddressRow> {
  function rowOf(pick: (firm: Firm) => Record<string, string>): AddressRow {
    return {
      own: [
        { hats: ['specialist', 'provider_manager'], params: pick(kristine) },
        { hats: ['provider_manager'], params: pick(nauris) },
      ],
      foreign: [
        { hats: ['specialist'], what: "a colleague's", names: nauris.names, params: pick(nauris) },
        {
          hats: ['specialist', 'provider_manager'],
          what: "another provider's",
          names: ieva.names,
          params: pick(ieva),
        },
      ],
    }
  }
  const session = rowOf(({ bookingId }) => ({ bookingId }))
  return {
    '/provider/sessions/:bookingId': session,
    '/provider/sessions/:bookingId/cancel': session,
    '/provider/sessions/:bookingId/suggest': session,
    '/provider/sessions/:bookingId/notes': session,
    '/provider/availability/:specialistId?': rowOf(({ specialistId }) => ({ specialistId })),
    '/provider/payouts/:payoutId': {
      own: [{ hats: ['provider_manager'], params: { payoutId: kristine.payoutId } }],
      foreign: [
        {
          hats: ['provider_manager'],
          what: "another provider's",
          names: ieva.names,
          params: { payoutId: ieva.payoutId },
        },
      ],
    },
  }
}

function municipalityRows({ emils, elza, tince, tina, runs }: Things): Record<string, AddressRow> {
  const worker = { hats: ['social_worker'] } as const
  function rowOf(pick: (family: Family) => Record<string, string>): AddressRow {
    return {
      own: [
        { hats: staff, params: pick(emils) },
        { hats: staff, params: pick(elza) },
        { hats: payers, params: pick(tince) },
      ],
      foreign: [
        { ...worker, what: "another social worker's family", names: tince.names, params: pick(tince) },
        { hats: staff, what: 'the other municipality', names: tina.names, params: pick(tina) },
      ],
    }
  }
  const run: AddressRow = {
    own: [{ hats: payers, params: { runId: runs.lejasupe.runId } }],
    foreign: [{ hats: payers, what: 'the other municipality', names: [], params: { runId: runs.kalnavoti.runId } }],
  }
  const lines = rowOf(({ lineId }) => ({ id: lineId }))
  const bookings = rowOf(({ bookingId }) => ({ id: bookingId }))
  const deliveries = rowOf(({ deliveryId }) => ({ id: deliveryId }))
  const entries = rowOf(({ entry }) => ({ id: entry }))
  const paid = [runs.lejasupe.runId, runs.lejasupe.payoutId]
  return {
    '/municipality/families/:childId': rowOf(({ childId }) => ({ childId })),
    '/municipality/families/:childId/plan': rowOf(({ childId }) => ({ childId })),
    '/municipality/deliveries/:deliveryId': rowOf(({ deliveryId }) => ({ deliveryId })),
    '/municipality/payouts/:runId': run,
    '/municipality/payouts/:runId/file': run,
    '/municipality/payouts/:runId/sessions.csv': run,
    '/municipality/trace/:id': {
      own: [
        ...[lines, bookings, deliveries, entries].flatMap(({ own }) => own),
        ...paid.map((id) => ({ hats: payers, params: { id } })),
      ],
      foreign: [
        ...[lines, bookings, deliveries, entries].flatMap(({ foreign }) => foreign),
        ...paid.map((id) => ({ ...worker, what: 'a run, which pays for all families', names: [], params: { id } })),
        ...[runs.kalnavoti.runId, runs.kalnavoti.payoutId].map((id) => ({
          hats: staff,
          what: 'a run of the other municipality',
          names: [],
          params: { id },
        })),
      ],
    },
  }
}

function developerRows({ mailId }: Things): Record<string, AddressRow> {
  const mail: AddressRow = { own: [{ hats: [], params: { mailId } }], foreign: [] }
  return { '/dev/outbox/:mailId': mail, '/dev/outbox/:mailId/page': mail }
}
