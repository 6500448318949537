import { expect, test } from 'vitest'
import { remindDue } from '#app/assessment/remind-due.server.ts'
import { sendReminder } from '#app/assessment/send-reminder.server.ts'
import { toDate } from '#app/platform/time.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { startedAssessment } from '#tests/support/given/started-assessment.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-25T10:00:00Z' })

/** Opened on 25 November; wishes until 2 December, experts until the 9th, ranking until the 16th. */
async function opened() {
  app.clock.set('2026-11-25T10:00:00Z')
  const family = await startedAssessment(app)
  const sent = async () => {
    const rows = await app.owner.assessmentReminder.findMany({
      where: { assessment_id: family.assessmentId },
      orderBy: [{ sent_at: 'asc' }, { about: 'asc' }, { person_id: 'asc' }],
    })
    return rows.map((row) => [row.about, row.person_id])
  }
  return { ...family, sent, system: app.system(family.town.id) }
}

test('reminders go out three days before and the day after, once each, to those who still owe something', async () => {
  const { guardian, physician, physiotherapist, assessmentId, sent, system } = await opened()

  expect(await remindDue(system)).toEqual({ reminded: 0 })
  app.clock.set('2026-11-29T06:05:00Z')
  await Promise.all([remindDue(system), remindDue(system)])
  await remindDue(system)
  expect(await sent()).toEqual([['wishes:before', guardian.personId]])

  app.clock.set('2026-12-03T06:05:00Z')
  await remindDue(system)
  expect((await sent()).slice(1)).toEqual([['wishes:after', guardian.personId]])

  // The physiotherapist has handed in; the physician has not.
  await app.owner.assessmentExpert.update({
    where: { assessment_id_person_id: { assessment_id: assessmentId, person_id: physiotherapist.personId } },
    data: { submitted_at: toDate(app.clock.now()) },
  })
  app.clock.set('2026-12-06T06:05:00Z')
  await remindDue(system)
  expect((await sent()).slice(2)).toEqual([['experts:before', physician.personId]])
})

test('the ranking is asked for once the services are proposed, and nothing once it is handed in or completed', async () => {
  const { guardian, assessmentId, sent, system } = await opened()
  const proposed = { proposed_at: toDate(Temporal.Instant.from('2026-12-10T10:00:00Z')) }
  await app.owner.assessment.update({ where: { id: assessmentId }, data: proposed })
  await app.owner.assessmentExpert.updateMany({
    where: { assessment_id: assessmentId },
    data: { submitted_at: toDate(app.clock.now()) },
  })

  app.clock.set('2026-12-14T07:05:00Z')
  await remindDue(system)
  expect(await sent()).toEqual([['ranking:before', guardian.personId]])

  const ranked = { parents_ranked_at: toDate(app.clock.now()) }
  await app.owner.assessment.update({ where: { id: assessmentId }, data: ranked })
  app.clock.set('2026-12-17T07:05:00Z')
  expect(await remindDue(system)).toEqual({ reminded: 0 })
})

test('a reminder sent by hand goes out once a day, and only to who owes something', async () => {
  const { guardian, worker, physician, physiotherapist, assessmentId } = await opened()
  const ctx = app.as(worker)
  const { personId } = physician

  valueOf(await sendReminder(ctx, { assessmentId, personId }))
  expect(await sendReminder(ctx, { assessmentId, personId })).toEqual({
    ok: false,
    refusal: { kind: 'reminded-today' },
  })
  // Midnight in Riga.
  app.clock.set('2026-11-25T22:00:00Z')
  valueOf(await sendReminder(ctx, { assessmentId, personId }))

  await app.owner.assessmentExpert.updateMany({
    where: { assessment_id: assessmentId },
    data: { submitted_at: toDate(app.clock.now()) },
  })
  expect(await sendReminder(ctx, { assessmentId, personId: physiotherapist.personId })).toEqual({
    ok: false,
    refusal: { kind: 'nothing-owed' },
  })
  for (const actor of [guardian, physician]) {
    expect(await sendReminder(app.as(actor), { assessmentId, personId: guardian.personId })).toEqual({
      ok: false,
      refusal: { kind: 'not-found' },
    })
  }
})

test('reminders of one town stay in that town', async () => {
  const { sent } = await opened()
  const elsewhere = await opened()

  app.clock.set('2026-11-30T07:05:00Z')
  await remindDue(elsewhere.system)

  expect(await sent()).toEqual([])
  expect(await elsewhere.sent()).toHaveLength(1)
})
