import { expect, test } from 'vitest'
import { answerDelivery } from '#app/delivery/answer-delivery.server.ts'
import { stateDelivery } from '#app/delivery/state-delivery.server.ts'
import { stateNotAttended } from '#app/delivery/state-not-attended.server.ts'
import { evaluatePeriod } from '#app/progress/evaluate-period.server.ts'
import { getGoalTimeline } from '#app/progress/get-goal-timeline.server.ts'
import { getLookingBack } from '#app/progress/get-looking-back.server.ts'
import { setAttainment } from '#app/progress/set-attainment.server.ts'
import { getReassessmentOffer, startReassessment } from '#app/progress/start-reassessment.server.ts'
import { cents } from '#app/platform/money.ts'
import { cancelBooking } from '#app/schedule/cancel-booking.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { testApp } from '#tests/support/test-app.ts'
import { givenProgress, seatedExpert } from './given-progress.ts'
import type { GivenProgress } from './given-progress.ts'

const now = '2026-11-24T12:00:00Z'
const nearEnd = '2027-03-10T10:00:00Z'
const app = await testApp({ now })
const notFound = { ok: false, refusal: { kind: 'not-found' } }
const day = (text: string) => Temporal.PlainDate.from(text)

/** A family at the end of its period, with its team, and the next assessment when `isStarted`. */
async function givenEnd({ isStarted = true } = {}) {
  app.clock.set(now)
  const world = await givenProgress(app)
  const lead = await seatedExpert(app, world, true)
  const second = await seatedExpert(app, world)
  app.clock.set(nearEnd)
  const start = () =>
    startReassessment(app.as(world.worker), {
      childId: world.child.id,
      periodId: world.periodId,
      startsOn: day('2027-03-24'),
      endsBefore: day('2027-09-24'),
      leadId: lead.personId,
    })
  const next = isStarted ? valueOf(await start()) : { assessmentId: '', periodId: '' }
  return { ...world, lead, colleague: second, start, nextId: next.assessmentId, nextPeriodId: next.periodId }
}

test('the next assessment takes over goals with their scales, and services as approved, with their goals', async () => {
  const world = await givenEnd()
  const [goals, services, team, guardians] = await Promise.all([
    app.owner.goal.findMany({ where: { assessment_id: world.nextId }, orderBy: { position: 'asc' } }),
    app.owner.assessedService.findMany({ where: { assessment_id: world.nextId }, include: { goals: true } }),
    app.owner.assessmentExpert.findMany({ where: { assessment_id: world.nextId } }),
    app.owner.assessmentGuardian.findMany({ where: { assessment_id: world.nextId } }),
  ])

  const goalOf = (continuedId: string) => goals.find((goal) => goal.continues_id === continuedId)
  expect(goals.map(({ horizon }) => horizon)).toEqual(['wish', 'long_term', 'short_term'])
  expect(goalOf(world.goals.short.id)).toMatchObject({ text: world.goals.short.text, baseline: null })
  expect(goalOf(world.goals.long.id)?.serves_goal_id).toBe(goalOf(world.goals.wish.id)?.id)
  const lines = await app.owner.planLine.findMany({ where: { plan_id: world.planId } })
  expect(services).toHaveLength(lines.length)
  for (const line of lines) {
    const service = services.find(({ service_id }) => service_id === line.service_id)
    expect(service).toMatchObject({
      units: line.funded_units > 0 ? line.funded_units : line.asked_units,
      reason_lv: line.reason_lv,
      other_payer_lv: line.other_payer_lv,
      expert_rank_halves: null,
      parent_rank_halves: null,
    })
  }
  const first = services.find(({ service_id }) => service_id === world.first.service.id)
  expect(first?.goals.map(({ goal_id }) => goal_id)).toEqual([goalOf(world.goals.short.id)?.id])
  expect(team).toHaveLength(2)
  expect(team.find(({ is_lead }) => is_lead)?.person_id).toBe(world.lead.personId)
  expect(guardians.map(({ person_id }) => person_id)).toEqual([world.guardian.personId])
  expect(await app.owner.assessment.findUniqueOrThrow({ where: { id: world.nextId } })).toMatchObject({
    previous_id: world.assessmentId,
    completed_at: null,
  })
})

test('of three that start at once one starts, and the period is followed once', async () => {
  const world = await givenEnd({ isStarted: false })

  const results = await Promise.all([world.start(), world.start(), world.start()])

  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await app.owner.assessment.count({ where: { previous_id: world.assessmentId } })).toBe(1)
  expect(await world.start()).toEqual({ ok: false, refusal: { kind: 'already-followed' } })
})

test('too early, days that cross the period, a lead who is no expert, and people without the right are refused', async () => {
  const world = await givenEnd({ isStarted: false })
  const input = {
    childId: world.child.id,
    periodId: world.periodId,
    startsOn: day('2027-03-24'),
    endsBefore: day('2027-09-24'),
    leadId: world.lead.personId,
  }
  const ctx = app.as(world.worker)
  const stranger = await app.given.actor('social_worker', { municipalityId: world.town.id })

  expect(await startReassessment(ctx, { ...input, startsOn: day('2027-03-23') })).toEqual({
    ok: false,
    refusal: { kind: 'period', problem: 'begins-before-the-end' },
  })
  expect(await startReassessment(ctx, { ...input, endsBefore: input.startsOn })).toMatchObject({
    refusal: { problem: 'not-forward' },
  })
  expect(await startReassessment(ctx, { ...input, leadId: world.guardian.personId })).toMatchObject({
    refusal: { kind: 'not-invitable' },
  })
  for (const actor of [stranger, world.guardian, world.lead, world.specialist]) {
    expect(await startReassessment(app.as(actor), input)).toEqual(notFound)
    expect(await getReassessmentOffer(app.as(actor), input)).toBeNull()
  }
  expect(await getReassessmentOffer(ctx, input)).toMatchObject({
    problem: null,
    proposed: { startsOn: '2027-03-24', lastDay: '2027-09-23' },
    leadId: world.lead.personId,
  })
  app.clock.set('2027-01-22T10:00:00Z')
  expect(await startReassessment(ctx, input)).toEqual({
    ok: false,
    refusal: { kind: 'too-early', firstDay: '2027-01-23' },
  })
})

/** Ten bookings: six received, one for which nobody came, two called off and one that is left open. */
async function playPeriod(world: GivenProgress) {
  const bookings: string[] = []
  app.clock.set(now)
  for (let index = 0; index < 10; index += 1) {
    const startsAt = Temporal.Instant.from('2026-11-26T08:00:00Z').add({ hours: 24 * index })
    bookings.push(valueOf(await world.book(startsAt.toString())).bookingId)
  }
  const family = app.as(world.guardian)
  const specialist = app.as(world.specialist)
  for (const bookingId of bookings.slice(7, 9)) {
    const { revision } = await app.owner.booking.findUniqueOrThrow({ where: { id: bookingId } })
    const free = {
      by: 'guardian' as const,
      reason: 'child_ill' as const,
      note: 'Ārsta zīme.',
      seenChargeCents: cents(0),
    }
    valueOf(await cancelBooking(family, { bookingId, revision, ...free }))
  }
  app.clock.set('2026-12-20T12:00:00Z')
  for (const bookingId of bookings.slice(0, 6)) {
    const { deliveryId } = valueOf(await stateDelivery(specialist, { bookingId, how: 'as-planned' }))
    if (bookingId !== bookings[5]) {
      valueOf(await answerDelivery(family, { deliveryId, answer: 'cosign', takesExtra: false }))
    }
  }
  const missed = { bookingId: bookings[6] ?? '', cause: 'no-show' as const, asksFee: true, note: null }
  valueOf(await stateNotAttended(specialist, missed))
  const [first, second] = bookings
  await world.marked(first ?? '', -1)
  await world.marked(second ?? '', 0)
  valueOf(await world.observe(family, { on: '2026-12-19', mark: 1, goalId: world.goals.short.id, text: 'Saka pats.' }))
  return bookings
}

test('what a played period shows matches its bookings and deliveries exactly', async () => {
  const world = await givenEnd()
  await playPeriod(world)
  app.clock.set(nearEnd)
  valueOf(
    await evaluatePeriod(app.as(world.guardian), {
      childId: world.child.id,
      periodId: world.periodId,
      helped_child: 5,
      helped_family: 4,
      had_strength: 3,
      could_choose: 4,
      was_heard: 5,
      what_changed: 'Runā.',
      what_was_hard: '',
      what_next: '',
      version: 0,
      isSubmitted: true,
    }),
  )

  const view = await getLookingBack(app.as(world.lead), { assessmentId: world.nextId })

  const deliveries = await app.owner.delivery.findMany({ where: { child_id: world.child.id } })
  const took = deliveries.filter(({ kind }) => kind === 'delivered')
  const fees = deliveries.filter(({ kind }) => kind !== 'delivered')
  const sum = (rows: readonly { amount_cents: number }[]) => rows.reduce((total, row) => total + row.amount_cents, 0)
  const line = await app.owner.planLine.findFirstOrThrow({
    where: { plan_id: world.planId, service_id: world.first.service.id },
  })
  const service = view?.services.find(({ serviceId }) => serviceId === world.first.service.id)
  expect(took).toHaveLength(6)
  expect(service).toMatchObject({
    plannedUnits: line.funded_units * 100,
    planned: line.funded_cents,
    bookings: 10,
    deliveredSessions: 6,
    deliveredUnits: took.reduce((total, row) => total + row.quantity_hundredths, 0),
    delivered: sum(took),
    fees: sum(fees),
    notAttended: 1,
    open: 1,
    cancelledSessions: 2,
    cancelled: [{ by: 'guardian', reason: 'child_ill', count: 2 }],
    reserved: world.first.cap,
  })
  const ledger = await app.owner.account.findFirstOrThrow({
    where: { budget_line_id: world.lineId, kind: 'available' },
  })
  expect(service?.unused).toBe(Number(ledger.balance_cents))
  const lines = await app.owner.planLine.findMany({ where: { plan_id: world.planId, funded_cents: { gt: 0 } } })
  expect(view?.services).toHaveLength(lines.length)
  expect(view?.totals.planned).toBe(lines.reduce((total, row) => total + row.funded_cents, 0))
  expect(view?.goals.find(({ id }) => id === world.goals.short.id)).toMatchObject({
    noteCount: 3,
    marks: [
      { mark: -1, by: 'professionals' },
      { mark: 0, by: 'professionals' },
      { on: '2026-12-19', mark: 1, by: 'family' },
    ],
  })
  expect(view?.evaluations).toMatchObject([{ helped_child: 5, what_changed: 'Runā.' }])
  expect(view?.attainment).toBeNull()
})

test('experts measure goals; the T-score follows, and the goal that goes on starts from there', async () => {
  const world = await givenEnd()
  await app.owner.goal.update({ where: { id: world.goals.short.id }, data: { baseline: -2, weight: 2 } })
  await app.owner.goal.update({ where: { id: world.goals.long.id }, data: { baseline: -1 } })
  const ctx = app.as(world.lead)
  const measure = (goalId: string, level: number, version = 0, actor = world.lead) =>
    setAttainment(app.as(actor), { assessmentId: world.nextId, goalId, level, note: ' Saka pats. ', version })
  const continuing = () =>
    app.owner.goal.findFirstOrThrow({ where: { assessment_id: world.nextId, continues_id: world.goals.short.id } })

  expect((await measure(world.goals.short.id, 1)).ok).toBe(true)
  expect((await continuing()).baseline).toBe(1)
  expect(await measure(world.goals.short.id, 2, 0, world.colleague)).toMatchObject({
    refusal: { kind: 'changed-meanwhile', found: { level: 1, note: 'Saka pats.', version: 1 } },
  })
  expect((await measure(world.goals.short.id, 0, 1, world.colleague)).ok).toBe(true)
  expect((await continuing()).baseline).toBe(0)
  await app.owner.goal.updateMany({ where: { continues_id: world.goals.short.id }, data: { baseline: -1 } })
  expect((await measure(world.goals.short.id, 1, 2)).ok).toBe(true)
  // The experts set another start since: it stays.
  expect((await continuing()).baseline).toBe(-1)
  expect((await measure(world.goals.long.id, 0)).ok).toBe(true)

  const { attainment } = (await getLookingBack(ctx, { assessmentId: world.nextId })) ?? {}
  // 50 + 10 x (2 x 1 + 1 x 0) / sqrt(0.7 x 5 + 0.3 x 9), from 50 + 10 x (2 x -2 + 1 x -1) / the same.
  expect(attainment?.attained.score).toBeCloseTo(50 + 20 / Math.sqrt(6.2), 9)
  expect(attainment?.change).toBeCloseTo(70 / Math.sqrt(6.2), 9)
  expect(attainment?.unmeasured).toBe(0)
})

test('a level off the scale, a wish, a goal of this assessment and strangers are refused; completion closes it', async () => {
  const world = await givenEnd()
  const measure = (goalId: string, actor = world.lead, level = 1) =>
    setAttainment(app.as(actor), { assessmentId: world.nextId, goalId, level, note: '', version: 0 })
  const own = await app.owner.goal.findFirstOrThrow({
    where: { assessment_id: world.nextId, continues_id: world.goals.short.id },
  })
  const unseated = await app.given.actor('expert', { municipalityId: world.town.id })

  for (const level of [-3, 3, 0.5]) {
    expect(await measure(world.goals.short.id, world.lead, level)).toMatchObject({
      refusal: { kind: 'level-out-of-range' },
    })
  }
  for (const goalId of [world.goals.wish.id, own.id, 'none', crypto.randomUUID()]) {
    expect(await measure(goalId)).toEqual(notFound)
  }
  for (const actor of [unseated, world.worker, world.guardian, world.specialist]) {
    expect(await measure(world.goals.short.id, actor)).toEqual(notFound)
  }
  await app.owner.assessment.update({ where: { id: world.nextId }, data: { completed_at: new Date(nearEnd) } })
  expect(await measure(world.goals.short.id)).toEqual({ ok: false, refusal: { kind: 'already-completed' } })
})

test('the look back is for those who assess; the family sees levels once the assessment is open to it', async () => {
  const world = await givenEnd()
  const elsewhere = await givenEnd({ isStarted: false })
  valueOf(
    await setAttainment(app.as(world.lead), {
      assessmentId: world.nextId,
      goalId: world.goals.short.id,
      level: 1,
      note: 'Drosmīgi.',
      version: 0,
    }),
  )
  const municipalityId = world.town.id
  const administrator = await app.given.actor('municipality_administrator', { municipalityId })
  const finance = await app.given.actor('finance_officer', { municipalityId })
  const open = (actor: typeof finance, assessmentId = world.nextId) => getLookingBack(app.as(actor), { assessmentId })

  for (const actor of [world.lead, world.colleague, world.worker, administrator]) {
    expect(await open(actor)).not.toBeNull()
  }
  for (const actor of [finance, world.guardian, world.specialist, elsewhere.worker, elsewhere.lead]) {
    expect(await open(actor)).toBeNull()
  }
  // A first assessment has nothing behind it.
  expect(await open(world.lead, world.assessmentId)).toBeNull()
  const seen = async () => {
    const question = { childId: world.child.id, periodId: world.periodId, goalId: null, page: 1 }
    const timeline = await getGoalTimeline(app.as(world.guardian), question)
    return timeline?.goals.find(({ id }) => id === world.goals.short.id)?.attained ?? null
  }
  expect(await seen()).toBeNull()
  await app.owner.assessment.update({ where: { id: world.nextId }, data: { proposed_at: new Date(nearEnd) } })
  expect(await seen()).toEqual({ level: 1, note: 'Drosmīgi.' })
  expect(await app.owner.auditEvent.count({ where: { subject_id: world.nextId, action: 'looking-back.read' } })).toBe(4)
})
