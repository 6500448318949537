import { expect, test } from 'vitest'
import { addNeededService } from '#app/assessment/add-needed-service.server.ts'
import { completeAssessment } from '#app/assessment/complete-assessment.server.ts'
import { getRanking } from '#app/assessment/get-ranking.server.ts'
import { proposeOrder } from '#app/assessment/propose-order.server.ts'
import { reopenProposal } from '#app/assessment/reopen-proposal.server.ts'
import { saveNeededService } from '#app/assessment/save-needed-service.server.ts'
import { saveOwnOrder, takeBackOwnOrder } from '#app/assessment/save-own-order.server.ts'
import { saveParentRanking } from '#app/assessment/save-parent-ranking.server.ts'
import { submitParentRanking } from '#app/assessment/submit-parent-ranking.server.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { finished, teamAtWork } from '#tests/support/given/team-at-work.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })
const refusedWith = (kind: string) => ({ ok: false, refusal: { kind } })

async function storedRanks(assessmentId: string) {
  const services = await app.owner.assessedService.findMany({ where: { assessment_id: assessmentId } })
  return new Map(services.map((service) => [service.service_id, service.expert_rank_halves]))
}

test('each expert gives an order, hands it in and takes it back; the team’s is their average', async () => {
  const { assessmentId, expert, colleague, lead, a, b, c } = await teamAtWork(app, { isReady: true })

  valueOf(await saveOwnOrder(app.as(expert), { assessmentId, order: [[a], [b], [c]], isHandedIn: true }))
  valueOf(await saveOwnOrder(app.as(colleague), { assessmentId, order: [[c], [b], [a]], isHandedIn: false }))
  expect((await getRanking(app.as(lead), { assessmentId }))?.team?.order).toEqual([[a], [b], [c]])

  valueOf(await saveOwnOrder(app.as(colleague), { assessmentId, order: [[b], [a], [c]], isHandedIn: true }))
  expect(await saveOwnOrder(app.as(colleague), { assessmentId, order: [[c], [b], [a]], isHandedIn: true })).toEqual(
    refusedWith('handed-in'),
  )
  const view = await getRanking(app.as(colleague), { assessmentId })
  expect(view?.team?.order).toEqual([[a, b], [c]])
  expect(view?.team?.places[0]).toMatchObject({ serviceId: a, halfRanks: [2, 4], bestHalfRank: 2, worstHalfRank: 4 })
  expect(view?.own).toMatchObject({ order: [[b], [a], [c]], isStarted: true })

  valueOf(await takeBackOwnOrder(app.as(colleague), { assessmentId }))
  valueOf(await saveOwnOrder(app.as(colleague), { assessmentId, order: [[c], [b, a]], isHandedIn: false }))
  expect((await getRanking(app.as(lead), { assessmentId }))?.team?.order).toEqual([[a], [b], [c]])
})

test('an order that misses a service, names one twice or one of nowhere is refused', async () => {
  const { assessmentId, expert, lead, a, b, c } = await teamAtWork(app, { isReady: true })
  const stranger = crypto.randomUUID()

  for (const order of [[], [[a], [b]], [[a], [b], [c], [a]], [[a], [b, c, stranger]], [['']]]) {
    const refused = { ok: false, refusal: { kind: 'bad-order' } }
    expect(await saveOwnOrder(app.as(expert), { assessmentId, order, isHandedIn: false })).toMatchObject(refused)
    expect(await proposeOrder(app.as(lead), { assessmentId, order, reason: '' })).toMatchObject(refused)
  }
  expect(await app.owner.expertRank.count({ where: { assessment_id: assessmentId } })).toBe(0)
})

test('the lead fixes the order: ranks are stored, ties averaged, and it is told to whoever listens', async () => {
  const { assessmentId, expert, lead, town, a, b, c } = await teamAtWork(app, { isReady: true })
  const order = [[b], [a, c]]
  valueOf(await saveOwnOrder(app.as(expert), { assessmentId, order, isHandedIn: true }))

  valueOf(await proposeOrder(app.as(lead), { assessmentId, order: [[b], [c, a]], reason: '' }))

  expect(await storedRanks(assessmentId)).toEqual(
    new Map([
      [a, 5],
      [b, 2],
      [c, 5],
    ]),
  )
  const stored = await app.owner.assessment.findUniqueOrThrow({ where: { id: assessmentId } })
  expect(stored).toMatchObject({ proposed_by: lead.personId, proposal_reason: null })
  expect(stored.proposed_at).not.toBeNull()
  expect(await app.owner.domainEvent.findMany({ where: { subject_id: assessmentId } })).toMatchObject([
    { type: 'assessment.proposed', municipality_id: town.id, person_id: lead.personId },
  ])
  expect(await proposeOrder(app.as(lead), { assessmentId, order, reason: '' })).toEqual(refusedWith('proposed'))
  expect(await saveOwnOrder(app.as(expert), { assessmentId, order, isHandedIn: false })).toEqual(
    refusedWith('proposed'),
  )
})

test('only the lead fixes the order and takes it back', async () => {
  const { assessmentId, expert, worker, guardian, a, b, c } = await teamAtWork(app, { isReady: true })
  const elsewhere = await teamAtWork(app)

  for (const actor of [expert, worker, guardian, elsewhere.lead]) {
    const ctx = app.as(actor)
    const notFound = refusedWith('not-found')
    expect(await proposeOrder(ctx, { assessmentId, order: [[a], [b], [c]], reason: 'x' })).toEqual(notFound)
    expect(await reopenProposal(ctx, { assessmentId })).toEqual(notFound)
    if (actor !== expert) {
      expect(await saveOwnOrder(ctx, { assessmentId, order: [[a], [b], [c]], isHandedIn: true })).toEqual(notFound)
    }
  }
  expect(await getRanking(app.as(elsewhere.lead), { assessmentId })).toBeNull()
  expect(await getRanking(app.as(guardian), { assessmentId })).toBeNull()
})

test('an order that is not the average, and experts who are late, need a reason that is kept', async () => {
  const { assessmentId, expert, colleague, lead, a, b, c } = await teamAtWork(app, { isReady: true })
  valueOf(await saveOwnOrder(app.as(expert), { assessmentId, order: [[a], [b], [c]], isHandedIn: true }))
  await app.owner.assessmentExpert.updateMany({
    where: { assessment_id: assessmentId, person_id: colleague.personId },
    data: { submitted_at: null },
  })
  const order = [[c], [b], [a]]

  expect(await proposeOrder(app.as(lead), { assessmentId, order, reason: '  ' })).toEqual({
    ok: false,
    refusal: {
      kind: 'reason-needed',
      reasons: ['differs-from-team', 'goes-on-without'],
      missing: [`${colleague.givenName} ${colleague.familyName}`],
    },
  })
  valueOf(await proposeOrder(app.as(lead), { assessmentId, order, reason: ' Vispirms runa. ' }))

  expect(await app.owner.assessment.findUniqueOrThrow({ where: { id: assessmentId } })).toMatchObject({
    proposal_reason: 'Vispirms runa.',
  })
})

test('goals that are not agreed, an empty list and unfinished services hold the proposal back', async () => {
  const empty = await teamAtWork(app)
  expect(await proposeOrder(app.as(empty.lead), { assessmentId: empty.assessmentId, order: [], reason: '' })).toEqual({
    ok: false,
    refusal: { kind: 'not-ready', blockers: [{ blocker: 'goals-not-agreed' }, { blocker: 'no-service' }] },
  })

  const { assessmentId, lead, ids, a, b, c } = await teamAtWork(app, { isReady: true })
  const fourth = ids[3] ?? ''
  valueOf(await addNeededService(app.as(lead), { assessmentId, serviceId: fourth }))
  const refused = await proposeOrder(app.as(lead), { assessmentId, order: [[a], [b], [c], [fourth]], reason: '' })
  expect(refused).toEqual({
    ok: false,
    refusal: {
      kind: 'not-ready',
      blockers: [{ blocker: 'service-lacks', serviceId: fourth, gaps: ['units', 'reason'] }],
    },
  })
})

test('the lead fixes the order while another edits: one of them reads that it is too late', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { assessmentId, expert, lead, ids, a, b, c } = await teamAtWork(app, { isReady: true })
    const [proposed, saved, added] = await Promise.all([
      proposeOrder(app.as(lead), { assessmentId, order: [[a], [b], [c]], reason: '' }),
      saveNeededService(app.as(expert), {
        assessmentId,
        serviceId: a,
        version: 1,
        draft: { ...finished, units: 0, minimumUnits: 0 },
      }),
      addNeededService(app.as(expert), { assessmentId, serviceId: ids[3] ?? '' }),
    ])
    // Either the proposal came first and both edits were refused, or an edit came first and it found the list unready.
    if (proposed.ok) {
      expect([saved, added]).toEqual([refusedWith('proposed'), refusedWith('proposed')])
    } else {
      expect(proposed).toMatchObject({ refusal: { kind: 'not-ready' } })
      expect(saved.ok || added.ok).toBe(true)
    }
  }
})

test('taking a proposal back keeps the parents’ order of the services that stay, and clears its handing in', async () => {
  const { assessmentId, lead, guardian, child, ids, a, b, c } = await teamAtWork(app, { isReady: true })
  const ctx = app.as(lead)
  expect(await reopenProposal(ctx, { assessmentId })).toEqual(refusedWith('not-proposed'))
  valueOf(await proposeOrder(ctx, { assessmentId, order: [[a], [b], [c]], reason: '' }))
  const parents = [[c], [a], [b]]
  const family = app.as(guardian)
  const { version } = valueOf(await saveParentRanking(family, { childId: child.id, order: parents, version: 0 }))
  const handedIn = await submitParentRanking(family, { childId: child.id, order: parents, version })
  expect(handedIn).toMatchObject({ ok: true })

  valueOf(await reopenProposal(ctx, { assessmentId }))
  const fourth = ids[3] ?? ''
  valueOf(await addNeededService(ctx, { assessmentId, serviceId: fourth }))
  valueOf(await saveNeededService(ctx, { assessmentId, serviceId: fourth, version: 0, draft: finished }))

  const stored = await app.owner.assessment.findUniqueOrThrow({ where: { id: assessmentId } })
  expect(stored).toMatchObject({ proposed_at: null, parents_ranked_at: null })
  const services = await app.owner.assessedService.findMany({ where: { assessment_id: assessmentId } })
  expect(new Map(services.map((one) => [one.service_id, one.parent_rank_halves]))).toEqual(
    new Map([
      [a, 4],
      [b, 6],
      [c, 2],
      [fourth, null],
    ]),
  )
  expect((await getRanking(ctx, { assessmentId }))?.fixed).toEqual([[a], [b], [c], [fourth]])
})

test('an assessment is completed once it is proposed and ranked; then it stays', async () => {
  const { assessmentId, lead, worker, guardian, child, a, b, c, goalId } = await teamAtWork(app, { isReady: true })
  await app.owner.goal.create({
    data: {
      municipality_id: (await app.owner.goal.findUniqueOrThrow({ where: { id: goalId } })).municipality_id,
      assessment_id: assessmentId,
      horizon: 'wish',
      position: 1,
      text: 'Lai viņa pati aiziet līdz logam.',
    },
  })
  const ctx = app.as(worker)
  const order = [[a], [b], [c]]

  expect(await completeAssessment(ctx, { assessmentId })).toEqual(refusedWith('not-proposed'))
  valueOf(await proposeOrder(app.as(lead), { assessmentId, order, reason: '' }))
  expect(await completeAssessment(ctx, { assessmentId })).toEqual(refusedWith('not-ranked'))
  const family = app.as(guardian)
  const { version } = valueOf(await saveParentRanking(family, { childId: child.id, order, version: 0 }))
  expect(await submitParentRanking(family, { childId: child.id, order, version })).toMatchObject({ ok: true })
  valueOf(await completeAssessment(ctx, { assessmentId }))

  expect(await completeAssessment(ctx, { assessmentId })).toEqual(refusedWith('already-completed'))
  expect(await reopenProposal(app.as(lead), { assessmentId })).toEqual(refusedWith('completed'))
  expect(await proposeOrder(app.as(lead), { assessmentId, order, reason: '' })).toEqual(refusedWith('completed'))
})
