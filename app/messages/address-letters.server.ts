import { addressAssessmentLetters } from '#app/messages/address-assessment-letters.server.ts'
import type { Addressed, Asked } from '#app/messages/addressed.ts'
import { others } from '#app/messages/addressed.ts'
import {
  findBookingFacts,
  findChildOfPlan,
  findDeliveryFacts,
  findPayoutFacts,
  findRunFacts,
} from '#app/messages/fact-store.server.ts'
import {
  listApprovers,
  listGuardians,
  listManagers,
  listPerson,
  listSocialWorkers,
  listThoseWhoServe,
} from '#app/messages/recipient-store.server.ts'
import { bookingLetterToFamily, bookingLetterToProvider } from '#app/messages/write-booking-letter.ts'
import { objectedLetter, settledLetter, statedLetter } from '#app/messages/write-delivery-letter.ts'
import {
  payoutLetter,
  planApprovedLetter,
  runPreparedLetter,
  runReturnedLetter,
} from '#app/messages/write-payout-letter.ts'

/** Who is told what about an event. An event that concerns nobody's mail gives none. */
export async function addressLetters(asked: Asked): Promise<Addressed[]> {
  switch (asked.event.type) {
    case 'booking.booked':
      return aboutBooking(asked, 'booked')
    case 'booking.moved':
      return aboutBooking(asked, 'moved')
    case 'booking.cancelled':
      return aboutBooking(asked, 'cancelled')
    case 'delivery.stated':
    case 'delivery.objected':
    case 'delivery.settled':
      return aboutDelivery(asked)
    case 'payout.paid':
      return aboutPayout(asked, 'paid')
    case 'payout.failed':
      return aboutPayout(asked, 'failed')
    case 'run.prepared':
    case 'run.returned':
      return aboutRun(asked)
    case 'plan.approved':
      return aboutPlan(asked)
    default:
      return addressAssessmentLetters(asked)
  }
}

async function aboutBooking(
  { tx, event, now }: Asked,
  happened: 'booked' | 'moved' | 'cancelled',
): Promise<Addressed[]> {
  const booking = await findBookingFacts(tx, event.subjectId)
  if (booking === null) return []
  return [
    { letter: bookingLetterToFamily(happened, booking), to: await listGuardians(tx, booking.childId, now) },
    {
      letter: bookingLetterToProvider(happened, booking),
      to: others(await listThoseWhoServe(tx, booking), event),
    },
  ]
}

async function aboutDelivery({ tx, event, now }: Asked): Promise<Addressed[]> {
  const delivery = await findDeliveryFacts(tx, event.subjectId)
  const booking = delivery === null ? null : await findBookingFacts(tx, delivery.bookingId)
  if (delivery === null || booking === null) return []
  const facts = { delivery, booking }
  const guardians = () => listGuardians(tx, booking.childId, now)
  const provider = async () => others(await listThoseWhoServe(tx, booking), event)
  if (event.type === 'delivery.stated') {
    // An answer that has come meanwhile is not asked for again.
    if (delivery.state !== 'awaiting') return []
    return [{ letter: statedLetter(facts), to: await guardians() }]
  }
  if (event.type === 'delivery.objected') {
    return [
      { letter: objectedLetter(facts, 'provider'), to: await provider() },
      {
        letter: objectedLetter(facts, 'municipality'),
        to: await listSocialWorkers(tx, booking.childId, now),
      },
    ]
  }
  return [
    { letter: settledLetter(facts, 'family'), to: await guardians() },
    { letter: settledLetter(facts, 'provider'), to: await provider() },
  ]
}

async function aboutPayout({ tx, event }: Asked, outcome: 'paid' | 'failed'): Promise<Addressed[]> {
  const payout = await findPayoutFacts(tx, event.subjectId)
  if (payout === null) return []
  return [{ letter: payoutLetter(payout, outcome), to: await listManagers(tx, payout.providerId) }]
}

async function aboutRun({ tx, event }: Asked): Promise<Addressed[]> {
  const run = await findRunFacts(tx, event.subjectId)
  if (run === null || event.municipalityId === null) return []
  if (event.type === 'run.returned') {
    return [{ letter: runReturnedLetter(run), to: await listPerson(tx, run.preparedBy) }]
  }
  // Whoever prepared the run may not approve it.
  return [{ letter: runPreparedLetter(run), to: others(await listApprovers(tx, event.municipalityId), event) }]
}

async function aboutPlan({ tx, event, now }: Asked): Promise<Addressed[]> {
  const childId = await findChildOfPlan(tx, event.subjectId)
  if (childId === null) return []
  return [{ letter: planApprovedLetter(childId), to: await listGuardians(tx, childId, now) }]
}
