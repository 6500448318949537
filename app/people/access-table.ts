import type { Role } from '#app/people/actor.ts'

/** Who may open a page at all; which rows they see there is the business of child-scope and the stores. */
export type Access = 'public' | 'signed-in' | readonly Role[]

const family: Access = ['guardian']
const provider: Access = ['specialist', 'provider_manager']
/** What a provider is paid is the business of those who manage it. */
const managers: Access = ['provider_manager']
const payouts: Access = ['finance_officer', 'payout_approver', 'municipality_administrator']
const municipality: Access = ['social_worker', 'finance_officer', 'payout_approver', 'municipality_administrator']
/** Those who work on an assessment. */
const assessors: Access = ['expert', 'social_worker', 'municipality_administrator']
/** Those who write what they found. */
const experts: Access = ['expert']
/** Those who open one, and revise a plan. */
const openers: Access = ['social_worker', 'municipality_administrator']
const administrators: Access = ['municipality_administrator']

/** Every address pattern of routes.ts. One that is missing here is closed to everybody. */
export const accessTable: Readonly<Record<string, Access>> = {
  '/': 'public',
  '/sign-in': 'public',
  '/sign-in/sent': 'public',
  '/sign-in/confirm': 'public',
  '/sign-in/demo': 'public',
  '/sign-out': 'public',
  '/preferences': 'public',
  '/role': 'signed-in',
  '/dev/ui': 'public',
  '/dev/outbox': 'public',
  '/dev/outbox/:mailId': 'public',
  '/dev/outbox/:mailId/page': 'public',
  '/family': family,
  '/family/:childId': family,
  '/family/:childId/plan': family,
  '/family/:childId/decisions/:planId': family,
  '/family/:childId/decisions/:planId/decision.pdf': family,
  '/family/:childId/plan/changes': family,
  '/family/:childId/assessment': family,
  '/family/:childId/assessment/wishes': family,
  '/family/:childId/assessment/services': family,
  '/family/:childId/assessment/ranking': family,
  '/family/:childId/book': family,
  '/family/:childId/book/:lineId': family,
  '/family/:childId/book/:lineId/:offeringId': family,
  '/family/:childId/book/:lineId/:offeringId/check': family,
  '/family/:childId/bookings': family,
  '/family/:childId/bookings/:bookingId': family,
  '/family/:childId/bookings/:bookingId/move': family,
  '/family/:childId/bookings/:bookingId/cancel': family,
  '/family/:childId/bookings/:bookingId/calendar.ics': family,
  '/family/:childId/deliveries/:deliveryId': family,
  '/family/:childId/goals': family,
  '/family/:childId/evaluation': family,
  '/provider': provider,
  '/provider/sessions/:bookingId': provider,
  '/provider/sessions/:bookingId/cancel': provider,
  '/provider/sessions/:bookingId/suggest': provider,
  '/provider/sessions/:bookingId/notes': provider,
  '/provider/availability/:specialistId?': provider,
  '/provider/payouts': managers,
  '/provider/payouts/:payoutId': managers,
  '/assessments/:assessmentId/own': experts,
  '/assessments/:assessmentId/experts/:personId': assessors,
  '/assessments/:assessmentId/goals': assessors,
  '/assessments/:assessmentId/goals/:goalId': assessors,
  '/assessments/:assessmentId/services': assessors,
  '/assessments/:assessmentId/services/:serviceId': assessors,
  '/assessments/:assessmentId/ranking': assessors,
  '/assessments/:assessmentId/plan': assessors,
  '/plans/:planId': assessors,
  '/plans/:planId/decision.pdf': assessors,
  '/municipality/policy': administrators,
  '/municipality/policy/prices': administrators,
  '/assessments/:assessmentId/looking-back': assessors,
  '/municipality': municipality,
  '/municipality/families': municipality,
  '/municipality/families/:childId': municipality,
  '/municipality/families/:childId/plan': municipality,
  '/municipality/families/:childId/revisions/:planId': openers,
  '/municipality/families/:childId/revisions/:planId/bookings': openers,
  '/municipality/families/:childId/assessments/new': openers,
  '/municipality/families/:childId/assessments/next': openers,
  '/municipality/families/:childId/goals': assessors,
  '/municipality/deliveries': municipality,
  '/municipality/deliveries/:deliveryId': municipality,
  '/municipality/payouts': payouts,
  '/municipality/payouts/:runId': payouts,
  '/municipality/payouts/:runId/file': payouts,
  '/municipality/payouts/:runId/sessions.csv': payouts,
  '/municipality/trace/:id': municipality,
  '/municipality/imports': administrators,
  '/municipality/imports/:importId': administrators,
  '/municipality/imports/:importId/undo': administrators,
  '/municipality/imports/template.csv': administrators,
  '/municipality/imports/template.xlsx': administrators,
  '/municipality/imports/:importId/refused.csv': administrators,
  '/assessments': assessors,
  '/assessments/:assessmentId': assessors,
  '/*': 'public',
}

/** What the table says, or null when it says nothing. */
export function findAccess(pattern: string): Access | null {
  return Object.hasOwn(accessTable, pattern) ? (accessTable[pattern] ?? null) : null
}

/** Whether somebody under this hat (null: a visitor) may open a page. */
export function mayOpen(access: Access, role: Role | null): boolean {
  if (access === 'public') return true
  if (role === null) return false
  return access === 'signed-in' || access.includes(role)
}
