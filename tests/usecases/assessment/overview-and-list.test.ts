import { expect, test } from 'vitest'
import { endExpert } from '#app/assessment/end-expert.server.ts'
import { getOverview } from '#app/assessment/get-overview.server.ts'
import { listAssessments } from '#app/assessment/list-assessments.server.ts'
import { blockersOf } from '#app/assessment/rules/blockers.ts'
import { sendReminder } from '#app/assessment/send-reminder.server.ts'
import type { Actor } from '#app/people/actor.ts'
import { toDate } from '#app/platform/time.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { startedAssessment } from '#tests/support/given/started-assessment.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-25T10:00:00Z' })

const listOf = (actor: Actor, question: Partial<Parameters<typeof listAssessments>[1]> = {}) =>
  listAssessments(app.as(actor), {
    search: '',
    filter: 'open',
    sort: { column: 'due', direction: 'ascending' },
    page: 1,
    ...question,
  })

test('the overview says who has done what and what blocks', async () => {
  const { worker, guardian, physician, physiotherapist, assessmentId } = await startedAssessment(app)
  valueOf(await sendReminder(app.as(worker), { assessmentId, personId: guardian.personId }))

  const overview = await getOverview(app.as(physician), { assessmentId })

  if (overview === null) throw new Error('Seated')
  expect(overview).toMatchObject({
    today: '2026-11-25',
    deadlines: { wishesDue: '2026-12-02', expertsDue: '2026-12-09', rankingDue: '2026-12-16' },
    guardians: [{ personId: guardian.personId, wishesDoneAt: null, understood: 0, remindedToday: true }],
    experts: [
      { personId: physician.personId, isLead: true, submittedAt: null, remindedToday: false },
      { personId: physiotherapist.personId, isLead: false },
    ],
    plan: null,
    invitable: { guardians: [], experts: [] },
  })
  expect(overview.history.map(({ type }) => type)).toEqual(['assessment.opened', 'assessment.reminded'])
  expect(blockersOf(overview).map(({ kind }) => kind)).toEqual([
    'wishes-missing',
    'experts-missing',
    'goals-not-agreed',
    'no-services',
  ])
  expect(await app.owner.auditEvent.count({ where: { action: 'assessment.read', subject_id: assessmentId } })).toBe(1)
})

test('an expert whose part ended stands apart and may be invited again', async () => {
  const { worker, physiotherapist, assessmentId } = await startedAssessment(app)
  valueOf(await endExpert(app.as(worker), { assessmentId, personId: physiotherapist.personId }))

  const overview = await getOverview(app.as(worker), { assessmentId })

  expect(overview?.experts.map(({ endedAt }) => endedAt !== null)).toEqual([false, true])
  expect(overview?.invitable.experts.map(({ personId }) => personId)).toEqual([physiotherapist.personId])
  expect(await getOverview(app.as(physiotherapist), { assessmentId })).toBeNull()
})

test('guardians and other towns find no overview', async () => {
  const { guardian, assessmentId } = await startedAssessment(app)
  const elsewhere = await startedAssessment(app)

  expect(await getOverview(app.as(guardian), { assessmentId })).toBeNull()
  expect(await getOverview(app.as(elsewhere.worker), { assessmentId })).toBeNull()
  expect(await getOverview(app.as(elsewhere.physician), { assessmentId })).toBeNull()
})

test('the list shows the stage that the head shows, at every step', async () => {
  const { worker, guardian, physician, assessmentId } = await startedAssessment(app)
  const at = toDate(app.clock.now())
  const change = (data: Parameters<typeof app.owner.assessment.update>[0]['data']) => () =>
    app.owner.assessment.update({ where: { id: assessmentId }, data })
  const steps: [string, () => Promise<unknown>][] = [
    ['wishes', async () => {}],
    [
      'assessing',
      () =>
        app.owner.assessmentGuardian.updateMany({
          where: { assessment_id: assessmentId },
          data: { wishes_done_at: at },
        }),
    ],
    [
      'goals',
      () =>
        app.owner.assessmentExpert.updateMany({ where: { assessment_id: assessmentId }, data: { submitted_at: at } }),
    ],
    ['services', change({ goals_agreed_at: at })],
    ['proposed', change({ proposed_at: at })],
    ['ranked', change({ parents_ranked_at: at, parents_ranked_by: guardian.personId })],
    ['completed', change({ completed_at: at })],
  ]
  const seen: (string | undefined)[][] = []
  for (const [, step] of steps) {
    await step()
    const list = await listOf(worker)
    const head = (await getOverview(app.as(physician), { assessmentId }))?.head
    seen.push([list?.rows[0]?.stage, head?.stage])
  }
  expect(seen).toEqual(steps.map(([stage]) => [stage, stage]))
})

test('everybody lists what is theirs, and whose turn it is', async () => {
  const { town, worker, guardian, physician, physiotherapist, child, assessmentId } = await startedAssessment(app)
  await startedAssessment(app)
  const notInvited = await app.given.actor('expert', { municipalityId: town.id })

  expect(await listOf(guardian)).toBeNull()
  expect((await listOf(notInvited))?.rows).toEqual([])
  const row = {
    assessmentId,
    childName: `${child.given_name} ${child.family_name}`,
    startsOn: '2026-12-01',
    lastDay: '2027-05-31',
    stage: 'wishes',
    lead: `${physician.givenName} ${physician.familyName}`,
    dueOn: '2026-12-02',
    daysLeft: 7,
  }
  expect((await listOf(worker))?.rows).toEqual([{ ...row, isMine: false }])
  expect((await listOf(physiotherapist))?.rows).toEqual([{ ...row, isMine: true }])

  await app.owner.assessmentExpert.update({
    where: { assessment_id_person_id: { assessment_id: assessmentId, person_id: physiotherapist.personId } },
    data: { submitted_at: toDate(app.clock.now()) },
  })
  expect((await listOf(physiotherapist, { filter: 'mine' }))?.rows).toEqual([])
  expect((await listOf(physician, { filter: 'mine' }))?.counts).toEqual({
    open: 1,
    mine: 1,
    family: 1,
    experts: 0,
    plan: 0,
    approved: 0,
  })
})

test('a search takes names in either order and signs as they are', async () => {
  const { worker, child } = await startedAssessment(app)

  const found = async (search: string) => (await listOf(worker, { search }))?.rows.length
  expect(await found(`${child.family_name} ${child.given_name.toUpperCase()}`)).toBe(1)
  expect(await found('%')).toBe(0)
  expect(await found('x'.repeat(500))).toBe(0)
})
