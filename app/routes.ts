import { type RouteConfig, index, layout, route } from '@react-router/dev/routes'

/** The site map. Each address points at the capability that answers it. */
export default [
  index('people/routes/start.tsx'),
  route('sign-in', 'people/routes/sign-in.tsx'),
  route('sign-in/sent', 'people/routes/sign-in-sent.tsx'),
  route('sign-in/confirm', 'people/routes/sign-in-confirm.tsx'),
  route('sign-in/demo', 'people/routes/sign-in-demo.tsx'),
  route('sign-out', 'people/routes/sign-out.tsx'),
  route('role', 'people/routes/role.tsx'),
  route('preferences', 'people/routes/preferences.tsx'),

  layout('people/routes/family-frame.tsx', [
    route('family', 'people/routes/family-start.tsx'),
    route('family/:childId', 'insight/routes/family-home.tsx'),
    route('family/:childId/plan', 'plan/routes/support-plan.tsx'),
    route('family/:childId/book', 'schedule/routes/book.tsx'),
    route('family/:childId/book/:lineId', 'schedule/routes/choices.tsx'),
    route('family/:childId/book/:lineId/:offeringId', 'schedule/routes/offering.tsx'),
    route('family/:childId/book/:lineId/:offeringId/check', 'schedule/routes/check.tsx'),
    route('family/:childId/bookings', 'schedule/routes/bookings.tsx'),
    route('family/:childId/bookings/:bookingId', 'schedule/routes/booking.tsx'),
    route('family/:childId/bookings/:bookingId/move', 'schedule/routes/move.tsx'),
    route('family/:childId/bookings/:bookingId/cancel', 'schedule/routes/cancel.tsx'),
    route('family/:childId/deliveries/:deliveryId', 'delivery/routes/family-delivery.tsx'),
  ]),

  layout('people/routes/provider-frame.tsx', [
    route('provider', 'schedule/routes/provider-calendar.tsx'),
    route('provider/sessions/:bookingId', 'delivery/routes/provider-session.tsx'),
    route('provider/sessions/:bookingId/cancel', 'schedule/routes/provider-cancel.tsx'),
    route('provider/availability/:specialistId?', 'schedule/routes/availability.tsx'),
    route('provider/payouts', 'payout/routes/provider-payouts.tsx'),
    route('provider/payouts/:payoutId', 'payout/routes/provider-payout.tsx'),
  ]),

  layout('people/routes/municipality-frame.tsx', [
    route('municipality', 'people/routes/municipality-start.tsx'),
    route('municipality/families', 'insight/routes/families.tsx'),
    route('municipality/families/:childId', 'insight/routes/family-file.tsx'),
    route('municipality/deliveries', 'delivery/routes/deliveries.tsx'),
    route('municipality/deliveries/:deliveryId', 'delivery/routes/delivery-review.tsx'),
    route('municipality/payouts', 'payout/routes/runs.tsx'),
    route('municipality/payouts/:runId', 'payout/routes/run.tsx'),
    route('municipality/trace/:id', 'insight/routes/trace.tsx'),
  ]),

  // Files, around which no frame is drawn.
  route('family/:childId/bookings/:bookingId/calendar.ics', 'schedule/routes/calendar-file.ts'),
  route('municipality/payouts/:runId/file', 'payout/routes/run-file.ts'),
  route('municipality/payouts/:runId/sessions.csv', 'payout/routes/run-sessions-csv.ts'),

  route('dev/ui', 'platform/routes/dev-ui.tsx'),
  route('dev/outbox', 'messages/routes/outbox.tsx'),
  route('dev/outbox/:mailId', 'messages/routes/outbox-mail.tsx'),
  route('dev/outbox/:mailId/page', 'messages/routes/outbox-mail-page.tsx'),
  route('*', 'platform/routes/not-found.tsx'),
] satisfies RouteConfig
