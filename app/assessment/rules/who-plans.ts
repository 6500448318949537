import type { SeatRole } from './seat.ts'

/** Whether a part writes down the services of an assessment and answers the parents' questions about them. */
export function listsServices(role: SeatRole): boolean {
  return role === 'lead' || role === 'expert' || role === 'social_worker'
}

/** Whether a part gives an order of its own. */
export function ranksServices(role: SeatRole): boolean {
  return role === 'lead' || role === 'expert'
}
