import { expect, test } from 'vitest'
import { changeLead } from '#app/assessment/change-lead.server.ts'
import { endExpert } from '#app/assessment/end-expert.server.ts'
import { findSeat } from '#app/assessment/find-seat.server.ts'
import { loadAssessmentHead } from '#app/assessment/get-assessment-head.server.ts'
import { inviteExpert } from '#app/assessment/invite-expert.server.ts'
import { inviteGuardian } from '#app/assessment/invite-guardian.server.ts'
import { reopenProposal } from '#app/assessment/reopen-proposal.server.ts'
import { setDeadlines } from '#app/assessment/set-deadlines.server.ts'
import { submitOwnAssessment } from '#app/assessment/submit-own-assessment.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { toDate } from '#app/platform/time.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { familyToAssess, startedAssessment } from '#tests/support/given/started-assessment.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-25T10:00:00Z' })

const seatOf = async (actor: Actor, assessmentId: string) =>
  (await read(app.as(actor), (tx) => findSeat(app.as(actor), tx, assessmentId)))?.role ?? null
const headOf = (actor: Actor, assessmentId: string) =>
  read(app.as(actor), (tx) => loadAssessmentHead(app.as(actor), tx, assessmentId))

test('everybody invited has their seat, and nobody else', async () => {
  const { town, guardian, worker, physician, physiotherapist, assessmentId } = await startedAssessment(app)
  const elsewhere = await startedAssessment(app)
  const administrator = await app.given.actor('municipality_administrator', { municipalityId: town.id })

  expect(await seatOf(guardian, assessmentId)).toBe('guardian')
  expect(await seatOf(worker, assessmentId)).toBe('social_worker')
  expect(await seatOf(physician, assessmentId)).toBe('lead')
  expect(await seatOf(physiotherapist, assessmentId)).toBe('expert')
  expect(await seatOf(administrator, assessmentId)).toBe('administrator')

  const strangers = [
    elsewhere.guardian,
    elsewhere.worker,
    elsewhere.physician,
    await app.given.actor('municipality_administrator', { municipalityId: elsewhere.town.id }),
    await app.given.actor('expert', { municipalityId: town.id }),
    await app.given.actor('social_worker', { municipalityId: town.id }),
    await app.given.actor('guardian', { municipalityId: town.id }),
    await app.given.actor('finance_officer', { municipalityId: town.id }),
  ]
  for (const stranger of strangers) expect(await seatOf(stranger, assessmentId)).toBeNull()
  expect(await seatOf(worker, crypto.randomUUID())).toBeNull()
  expect(await seatOf(worker, 'no-id')).toBeNull()
})

test('the head names child, period, stage and the pages of the part', async () => {
  const { child, guardian, worker, physician, assessmentId } = await startedAssessment(app)

  expect(await headOf(physician, assessmentId)).toMatchObject({
    childName: `${child.given_name} ${child.family_name}`,
    startsOn: '2026-12-01',
    lastDay: '2027-05-31',
    stage: 'wishes',
    role: 'lead',
    tabs: ['overview', 'own', 'goals', 'services', 'ranking', 'plan'],
  })
  expect((await headOf(worker, assessmentId))?.tabs).toEqual(['overview', 'goals', 'services', 'ranking', 'plan'])
  // Guardians have pages of their own.
  expect(await headOf(guardian, assessmentId)).toBeNull()
})

test('an expert whose part has ended finds the assessment no longer, and comes back to it when invited again', async () => {
  const { worker, physician, physiotherapist, assessmentId } = await startedAssessment(app)
  const ctx = app.as(worker)
  const { personId } = physiotherapist

  expect(await endExpert(ctx, { assessmentId, personId: physician.personId })).toEqual({
    ok: false,
    refusal: { kind: 'is-lead' },
  })
  valueOf(await endExpert(ctx, { assessmentId, personId }))
  app.clock.set('2026-11-25T10:05:00Z')
  expect(await seatOf(physiotherapist, assessmentId)).toBeNull()
  expect(await endExpert(ctx, { assessmentId, personId })).toEqual({ ok: false, refusal: { kind: 'not-found' } })

  const again = { assessmentId, personId, profession: 'physiotherapist', isLead: true } as const
  valueOf(await inviteExpert(ctx, again))
  expect(await seatOf(physiotherapist, assessmentId)).toBe('lead')
  expect(await seatOf(physician, assessmentId)).toBe('expert')
  expect(await inviteExpert(ctx, again)).toEqual({ ok: false, refusal: { kind: 'already-invited' } })
})

test('the lead is handed to another expert of the team', async () => {
  const { worker, physician, physiotherapist, assessmentId } = await startedAssessment(app)
  const ctx = app.as(worker)

  valueOf(await changeLead(ctx, { assessmentId, personId: physiotherapist.personId }))

  expect(await seatOf(physiotherapist, assessmentId)).toBe('lead')
  expect(await seatOf(physician, assessmentId)).toBe('expert')
  expect(await changeLead(ctx, { assessmentId, personId: physiotherapist.personId })).toEqual({
    ok: false,
    refusal: { kind: 'already-lead' },
  })
  expect(await changeLead(ctx, { assessmentId, personId: crypto.randomUUID() })).toMatchObject({ ok: false })
})

test('two who give the lead to different experts at once leave one lead', async () => {
  const { worker, physician, physiotherapist, assessmentId } = await startedAssessment(app)
  const third = await app.given.actor('expert', { municipalityId: worker.municipalityId ?? '' })
  const ctx = app.as(worker)

  await Promise.all([
    changeLead(ctx, { assessmentId, personId: physiotherapist.personId }),
    inviteExpert(ctx, { assessmentId, personId: third.personId, profession: 'psychologist', isLead: true }),
  ])

  const seats = [await seatOf(physician, assessmentId)]
  seats.push(await seatOf(physiotherapist, assessmentId), await seatOf(third, assessmentId))
  expect(seats.filter((role) => role === 'lead')).toHaveLength(1)
})

test('who is no expert of the town, or cares for another child, is not invited', async () => {
  const { town, worker, guardian, assessmentId } = await startedAssessment(app)
  const elsewhere = await familyToAssess(app)
  const ctx = app.as(worker)
  const finance = await app.given.actor('finance_officer', { municipalityId: town.id })
  const refused = { ok: false, refusal: { kind: 'not-invitable' } }

  for (const { personId } of [elsewhere.physician, finance, guardian]) {
    expect(await inviteExpert(ctx, { assessmentId, personId, profession: 'other', isLead: false })).toEqual(refused)
  }
  expect(await inviteGuardian(ctx, { assessmentId, personId: elsewhere.guardian.personId })).toEqual(refused)
  expect(await inviteGuardian(ctx, { assessmentId, personId: guardian.personId })).toEqual({
    ok: false,
    refusal: { kind: 'already-invited' },
  })
})

test('a second guardian is invited once in care', async () => {
  const { town, child, worker, assessmentId } = await startedAssessment(app)
  const second = await app.given.actor('guardian', { municipalityId: town.id })
  await app.owner.guardianship.create({
    data: {
      municipality_id: town.id,
      child_id: child.id,
      person_id: second.personId,
      kind: 'parent',
      since: toDate(app.clock.now()),
    },
  })

  valueOf(await inviteGuardian(app.as(worker), { assessmentId, personId: second.personId }))

  expect(await app.owner.assessmentGuardian.count({ where: { assessment_id: assessmentId } })).toBe(2)
})

test('only those who run the assessment invite, end, hand over and set deadlines; once it is completed nobody new is asked to write', async () => {
  const { worker, guardian, physician, physiotherapist, assessmentId, input } = await startedAssessment(app)
  const elsewhere = await startedAssessment(app)
  const { personId } = physiotherapist
  const days = { wishesDue: input.wishesDue, expertsDue: input.expertsDue, rankingDue: input.rankingDue }
  const deeds = (actor: Actor) => {
    const ctx = app.as(actor)
    return Promise.all([
      inviteExpert(ctx, { assessmentId, personId, profession: 'other', isLead: false }),
      inviteGuardian(ctx, { assessmentId, personId }),
      endExpert(ctx, { assessmentId, personId }),
      changeLead(ctx, { assessmentId, personId }),
      setDeadlines(ctx, { assessmentId, ...days }),
    ])
  }

  for (const actor of [guardian, physician, physiotherapist, elsewhere.worker, elsewhere.physician]) {
    for (const done of await deeds(actor)) expect(done).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  }
  await app.owner.assessment.update({
    where: { id: assessmentId },
    data: { completed_at: toDate(app.clock.now()) },
  })
  const ctx = app.as(worker)
  const completed = { ok: false, refusal: { kind: 'completed' } }
  const expert = { assessmentId, personId, profession: 'other', isLead: false } as const
  expect(await inviteExpert(ctx, expert)).toEqual({ ok: false, refusal: { kind: 'already-invited' } })
  expect(await inviteGuardian(ctx, { assessmentId, personId })).toEqual(completed)
  expect(await setDeadlines(ctx, { assessmentId, ...days })).toEqual(completed)
  valueOf(await changeLead(ctx, { assessmentId, personId }))

  const { personId: before } = physician
  expect(await seatOf(physician, assessmentId)).toBe('expert')
  valueOf(await endExpert(ctx, { assessmentId, personId: before }))
  expect(await seatOf(physician, assessmentId)).toBeNull()
})

test('who joins after the assessment is completed reads it, leads, and writes nothing into it', async () => {
  const { town, worker, assessmentId } = await startedAssessment(app)
  await app.owner.assessment.update({ where: { id: assessmentId }, data: { completed_at: toDate(app.clock.now()) } })
  const late = await app.given.actor('expert', { municipalityId: town.id })

  valueOf(
    await inviteExpert(app.as(worker), {
      assessmentId,
      personId: late.personId,
      profession: 'rehabilitation_physician',
      isLead: true,
    }),
  )

  expect(await seatOf(late, assessmentId)).toBe('lead')
  expect(await reopenProposal(app.as(late), { assessmentId })).toEqual({ ok: false, refusal: { kind: 'completed' } })
  expect(await submitOwnAssessment(app.as(late), { assessmentId })).toEqual({
    ok: false,
    refusal: { kind: 'completed' },
  })
})

test('deadlines move forward in order; one in the past is named', async () => {
  const { worker, assessmentId, input } = await startedAssessment(app)
  const ctx = app.as(worker)
  const day = (text: string) => Temporal.PlainDate.from(text)

  valueOf(
    await setDeadlines(ctx, {
      assessmentId,
      wishesDue: input.wishesDue,
      expertsDue: day('2026-12-20'),
      rankingDue: day('2027-01-05'),
    }),
  )
  expect(
    await setDeadlines(ctx, {
      assessmentId,
      wishesDue: day('2026-11-20'),
      expertsDue: day('2026-12-20'),
      rankingDue: day('2026-12-19'),
    }),
  ).toEqual({
    ok: false,
    refusal: {
      kind: 'deadlines',
      problems: [
        { field: 'wishesDue', problem: 'past' },
        { field: 'rankingDue', problem: 'before-the-one-before' },
      ],
    },
  })
})
