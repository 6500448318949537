import { answerDelivery } from '#app/delivery/answer-delivery.server.ts'
import { settleObjection } from '#app/delivery/settle-objection.server.ts'
import { stateDelivery } from '#app/delivery/state-delivery.server.ts'
import { stateNotAttended } from '#app/delivery/state-not-attended.server.ts'
import { bookedPlace } from '#app/delivery/rules/booked-place.ts'
import type { Cents } from '#app/platform/money.ts'
import { percentOf } from '#app/platform/money.ts'
import { bookSession } from '#app/schedule/book-session.server.ts'
import { cancelBooking } from '#app/schedule/cancel-booking.server.ts'
import { staffActor } from './cast.ts'
import { demoId } from './demo-id.ts'
import type { PlannedSession } from './plan-sessions.ts'
import type { Register } from './register.ts'
import { idIn, specialistActor } from './register.ts'
import type { ReplayedPortal } from './replay.ts'
import { accepted } from './replay.ts'
import type { Answer, Fate, SessionStory } from './session-fates.ts'

/** One thing that somebody did at a moment. */
export type Act = { at: Temporal.Instant; do: () => Promise<unknown> }

type Stage = { portal: ReplayedPortal; register: Register; lineIdOf: (session: PlannedSession) => string }

/** The acts of one session in order: booked, and then whatever became of it. */
export function actsOf(stage: Stage, { session, fate }: SessionStory): Act[] {
  let bookingId = ''
  const book: Act = {
    at: session.bookedAt,
    do: async () => {
      bookingId = (await bookFor(stage, session)).bookingId
    },
  }
  return [book, ...actsAfterBooking(stage, session, fate, () => bookingId)]
}

async function bookFor({ portal, register, lineIdOf }: Stage, session: PlannedSession) {
  const { child, offering, specialist, guardian, minutes, price, start, bookedAt } = session
  return accepted(
    await bookSession(portal.as(staffActor(guardian, 'guardian'), bookedAt), {
      childId: demoId(`child ${child.key}`),
      budgetLineId: lineIdOf(session),
      offeringId: idIn(register.offerings, offering.key),
      specialistId: idIn(register.specialists, specialist),
      startsAt: start,
      durationMinutes: minutes,
      seenPriceCents: price,
      requestKey: demoId(`request ${session.key}`),
    }),
    `booking ${session.key}`,
  )
}

function actsAfterBooking(stage: Stage, session: PlannedSession, fate: Fate, bookingId: () => string): Act[] {
  switch (fate.kind) {
    case 'ahead':
    case 'unstated':
      return []
    case 'cancelled':
      return [cancelling(stage, session, fate, bookingId)]
    case 'absent':
      return absence(stage, session, fate, bookingId)
    case 'stated':
      return statement(stage, session, fate, bookingId)
  }
}

function cancelling(
  { portal, register }: Stage,
  session: PlannedSession,
  { at, by }: Fate & { kind: 'cancelled' },
  bookingId: () => string,
): Act {
  const actor =
    by === 'guardian' ? staffActor(session.guardian, 'guardian') : specialistActor(register, session.specialist)
  const reason = by === 'guardian' ? ('plans_changed' as const) : ('specialist_ill' as const)
  return {
    at,
    do: async () =>
      accepted(
        await cancelBooking(portal.as(actor, at), { bookingId: bookingId(), by, reason, note: null, revision: 0 }),
        `cancelling ${session.key}`,
      ),
  }
}

function absence(
  { portal, register }: Stage,
  session: PlannedSession,
  { statedAt, isIllWithNote, answeredAt }: Fate & { kind: 'absent' },
  bookingId: () => string,
): Act[] {
  let deliveryId = ''
  const state: Act = {
    at: statedAt,
    do: async () => {
      const stated = accepted(
        await stateNotAttended(portal.as(specialistActor(register, session.specialist), statedAt), {
          bookingId: bookingId(),
          cause: isIllWithNote ? 'ill-with-note' : 'no-show',
          asksFee: !isIllWithNote,
          note: isIllWithNote ? 'Mamma atsūtīja ārsta zīmi.' : 'Gaidīju 40 minūtes, neviens neatbildēja.',
        }),
        `stating the absence at ${session.key}`,
      )
      deliveryId = stated.deliveryId
    },
  }
  return isIllWithNote
    ? [state]
    : [state, ...answering({ portal }, session, { kind: 'cosigned', at: answeredAt }, () => deliveryId)]
}

function statement(
  { portal, register }: Stage,
  session: PlannedSession,
  { statedAt, lasted, answer }: Fate & { kind: 'stated' },
  bookingId: () => string,
): Act[] {
  let deliveryId = ''
  const { start, end, offering } = session
  const state: Act = {
    at: statedAt,
    do: async () => {
      const ctx = portal.as(specialistActor(register, session.specialist), statedAt)
      const difference = {
        how: 'as-stated' as const,
        startedAt: start,
        endedAt: lasted === 'shorter' ? end.subtract({ minutes: 45 }) : end.add({ minutes: 30 }),
        placeType: bookedPlace(offering.mode),
        note: lasted === 'shorter' ? 'Bērns nogura, beidzām agrāk.' : 'Vecāki kavējās ceļā, palika ilgāk.',
        quantity: null,
      }
      const how = lasted === 'as-planned' ? { how: 'as-planned' as const } : difference
      const stated = accepted(await stateDelivery(ctx, { bookingId: bookingId(), ...how }), `stating ${session.key}`)
      deliveryId = stated.deliveryId
    },
  }
  return [state, ...answering({ portal }, session, answer, () => deliveryId)]
}

function answering(
  { portal }: Pick<Stage, 'portal'>,
  session: PlannedSession,
  answer: Answer,
  deliveryId: () => string,
): Act[] {
  if (answer.kind === 'none') return []
  const guardian = staffActor(session.guardian, 'guardian')
  const { at } = answer
  if (answer.kind === 'cosigned') {
    const cosign = async () =>
      accepted(
        await answerDelivery(portal.as(guardian, at), { deliveryId: deliveryId(), answer: 'cosign', takesExtra: true }),
        `co-signing ${session.key}`,
      )
    return [{ at, do: cosign }]
  }
  const object = async () =>
    accepted(
      await answerDelivery(portal.as(guardian, at), {
        deliveryId: deliveryId(),
        answer: 'object',
        objection: 'shorter',
        words: 'Nodarbība sākās vēlāk un ilga tikai pusstundu.',
      }),
      `objecting to ${session.key}`,
    )
  const { settled } = answer
  if (settled === null) return [{ at, do: object }]
  const settle = async () =>
    accepted(
      await settleObjection(portal.as(staffActor(session.child.socialWorker, 'social_worker'), settled.at), {
        deliveryId: deliveryId(),
        ...settlements[settled.decision](session.price),
      }),
      `settling ${session.key}`,
    )
  return [
    { at, do: object },
    { at: settled.at, do: settle },
  ]
}

const settlements = {
  uphold: () => ({ decision: 'uphold' as const, reason: 'Sniedzējs piekrīt: nodarbība nenotika, kā pierakstīts.' }),
  dismiss: () => ({
    decision: 'dismiss' as const,
    reason: 'Apmeklējumu žurnālā redzams pilns laiks; pārrunāts ar ģimeni.',
  }),
  lower: (price: Cents) => ({
    decision: 'lower' as const,
    amount: percentOf(price, 50),
    reason: 'Puse laika pagāja, meklējot adresi; maksājama puse.',
  }),
}
