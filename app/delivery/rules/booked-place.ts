import type { PlaceType } from './six-elements.ts'

/** How a session was booked to be given. */
export type BookedMode = 'at_provider' | 'at_home' | 'institution' | 'online'

const placeOfMode = {
  at_provider: 'provider',
  at_home: 'home',
  institution: 'institution',
  online: 'online',
} as const satisfies Record<BookedMode, PlaceType>

/** Where a session takes place when it goes as booked. */
export function bookedPlace(mode: BookedMode): PlaceType {
  return placeOfMode[mode]
}
