import { m } from '#app/paraglide/messages.js'
import type { PlaceType } from '#app/delivery/rules/six-elements.ts'
import type { ObjectionKind } from '#app/delivery/rules/objection.ts'
import type { Tone } from '#app/ui/badge.tsx'
import type { IconName } from '#app/ui/icon.tsx'

export type DeliveryState = 'awaiting' | 'accepted' | 'objected' | 'rejected' | 'waived'
export type DeliveryKind = 'delivered' | 'not_attended' | 'late_cancellation'
export type AcceptedHow = 'cosigned' | 'silence' | 'settled' | 'cancelled_knowingly'

const places = {
  home: m.delivery_place_home,
  provider: m.delivery_place_provider,
  institution: m.delivery_place_institution,
  community: m.delivery_place_community,
  online: m.delivery_place_online,
} as const satisfies Record<PlaceType, () => string>

export function placeWords(place: PlaceType): string {
  return places[place]()
}

const objections = {
  did_not_happen: m.delivery_objection_did_not_happen,
  shorter: m.delivery_objection_shorter,
  wrong_place: m.delivery_objection_wrong_place,
  wrong_service: m.delivery_objection_wrong_service,
  other: m.delivery_objection_other,
} as const satisfies Record<ObjectionKind, () => string>

export function objectionWords(kind: ObjectionKind): string {
  return objections[kind]()
}

const states = {
  awaiting: { words: m.delivery_state_awaiting, tone: 'attention', icon: 'clock' },
  accepted: { words: m.delivery_state_accepted, tone: 'ok', icon: 'check' },
  objected: { words: m.delivery_state_objected, tone: 'stop', icon: 'alert' },
  rejected: { words: m.delivery_state_rejected, tone: 'neutral', icon: 'x' },
  waived: { words: m.delivery_state_waived, tone: 'neutral', icon: 'minus' },
} as const satisfies Record<DeliveryState, { words: () => string; tone: Tone; icon: IconName }>

export function stateLook(state: DeliveryState): { text: string; tone: Tone; icon: IconName } {
  const { words, tone, icon } = states[state]
  return { text: words(), tone, icon }
}

const kinds = {
  delivered: m.delivery_kind_delivered,
  not_attended: m.delivery_kind_not_attended,
  late_cancellation: m.delivery_kind_late_cancellation,
} as const satisfies Record<DeliveryKind, () => string>

export function kindWords(kind: DeliveryKind): string {
  return kinds[kind]()
}

const hows = {
  cosigned: m.delivery_how_cosigned,
  silence: m.delivery_how_silence,
  settled: m.delivery_how_settled,
  cancelled_knowingly: m.delivery_how_cancelled_knowingly,
} as const satisfies Record<AcceptedHow, () => string>

export function acceptedWords(how: AcceptedHow): string {
  return hows[how]()
}
