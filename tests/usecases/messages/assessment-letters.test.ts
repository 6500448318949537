import { expect, test } from 'vitest'
import { endExpert } from '#app/assessment/end-expert.server.ts'
import { inviteExpert } from '#app/assessment/invite-expert.server.ts'
import { remindDue } from '#app/assessment/remind-due.server.ts'
import { sendReminder } from '#app/assessment/send-reminder.server.ts'
import { handleEvents } from '#app/messages/handle-events.server.ts'
import { emit } from '#app/platform/events.server.ts'
import { openLog } from '#app/platform/log.server.ts'
import { toDate } from '#app/platform/time.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { startedAssessment } from '#tests/support/given/started-assessment.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-25T10:00:00Z' })
const lines: string[] = []
const log = openLog({ logLevel: 'warn' }, { write: (line: string) => void lines.push(line) })
const around = { db: app.db, clock: app.clock, log, config: { publicUrl: new URL('https://atspaids.example') } }

/** An assessment just opened, its first mails sent and cleared away. */
async function opened() {
  app.clock.set('2026-11-25T10:00:00Z')
  const family = await startedAssessment(app)
  const mailsOf = async ({ personId }: { personId: string }) => {
    await handleEvents(around)
    expect(lines).toEqual([])
    const mails = await app.owner.mail.findMany({ where: { person_id: personId }, orderBy: { id: 'asc' } })
    return mails.map(({ subject, text_body }) => ({ subject, text: text_body }))
  }
  const clear = async () => {
    await handleEvents(around)
    await app.owner.mail.deleteMany()
  }
  const happened = (type: string, subjectId: string, personId: string | null = null) =>
    emit(app.db, { type, municipalityId: family.town.id, subjectId, personId, at: app.clock.now() })
  return { ...family, mailsOf, clear, happened }
}

async function askedQuestion({ town, assessmentId, guardian }: Awaited<ReturnType<typeof opened>>) {
  const service = await app.given.service()
  const assessed = await app.owner.assessedService.create({
    data: {
      municipality_id: town.id,
      assessment_id: assessmentId,
      service_id: service.id,
      units: 10,
      minimum_units: 1,
      beneficiary: 'child',
      reason_lv: 'Iemesls',
      reason_en: 'Reason',
      explanation_lv: 'Skaidrojums',
      explanation_en: 'Explanation',
    },
  })
  const question = await app.owner.serviceQuestion.create({
    data: {
      municipality_id: town.id,
      assessed_service_id: assessed.id,
      asked_by: guardian.personId,
      text: 'Vai tas sāp?',
      asked_at: toDate(app.clock.now()),
    },
  })
  return { service, assessed, question }
}

test('those invited are told what to do and until when, by first name only', async () => {
  const { child, worker, guardian, physician, assessmentId, mailsOf } = await opened()

  const [family] = await mailsOf(guardian)
  expect(family?.subject).toBe('Sākas vajadzību izvērtēšana')
  expect(family?.text).toContain(`https://atspaids.example/family/${child.id}/assessment/wishes`)
  expect(family?.text).toContain(child.given_name)
  expect(family?.text).not.toContain(child.family_name)
  expect(family?.text).toMatch(/Līdz: 2026\.\sgada 2\.\sdecembrim/)
  const [expert] = await mailsOf(physician)
  expect(expert?.text).toContain(`https://atspaids.example/assessments/${assessmentId}`)
  expect(expert?.text).toMatch(/Līdz: 2026\.\sgada 9\.\sdecembrim/)
  expect(await mailsOf(worker)).toEqual([])
})

test('an invitation goes to the one who is new', async () => {
  const { town, worker, physician, physiotherapist, assessmentId, mailsOf, clear } = await opened()
  await clear()
  app.clock.set('2026-11-25T11:00:00Z')
  const late = await app.given.actor('expert', { municipalityId: town.id })
  const psychologist = { personId: late.personId, profession: 'psychologist', isLead: false } as const
  valueOf(await inviteExpert(app.as(worker), { assessmentId, ...psychologist }))

  expect(await mailsOf(late)).toHaveLength(1)
  expect(await mailsOf(physician)).toEqual([])
  expect(await mailsOf(physiotherapist)).toEqual([])
})

test('who is invited once the assessment is completed is asked to read it, not to write', async () => {
  const { town, worker, assessmentId, mailsOf, clear } = await opened()
  await clear()
  await app.owner.assessment.update({ where: { id: assessmentId }, data: { completed_at: toDate(app.clock.now()) } })
  app.clock.set('2026-11-25T11:00:00Z')
  const late = await app.given.actor('expert', { municipalityId: town.id })
  const lead = { personId: late.personId, profession: 'rehabilitation_physician', isLead: true } as const
  valueOf(await inviteExpert(app.as(worker), { assessmentId, ...lead }))

  const [mail, ...more] = await mailsOf(late)
  expect(more).toEqual([])
  expect(mail?.subject).toBe('Aicinām iepazīties ar vajadzību izvērtējumu')
  expect(mail?.text).toContain(`https://atspaids.example/assessments/${assessmentId}`)
  expect(mail?.text).not.toContain('iesniegt')
})

test('reminders say what is owed, before the day and after it, once', async () => {
  const { town, worker, guardian, physician, mailsOf, clear, assessmentId } = await opened()
  await clear()
  app.clock.set('2026-11-30T07:05:00Z')
  await remindDue(app.system(town.id))
  await remindDue(app.system(town.id))
  expect((await mailsOf(guardian)).map(({ subject }) => subject)).toEqual(['Atgādinājums: tuvojas termiņš'])

  app.clock.set('2026-12-03T07:05:00Z')
  await remindDue(app.system(town.id))
  expect((await mailsOf(guardian)).map(({ subject }) => subject)).toEqual([
    'Atgādinājums: tuvojas termiņš',
    'Atgādinājums: termiņš ir pagājis',
  ])
  valueOf(await sendReminder(app.as(worker), { assessmentId, personId: physician.personId }))
  const [reminder] = await mailsOf(physician)
  expect(reminder?.text).toContain(`/assessments/${assessmentId}/own`)
})

test('the lead is told when the last expert has handed in, and an expert who left is waited for no longer', async () => {
  const { worker, physician, physiotherapist, assessmentId, mailsOf, clear, happened } = await opened()
  await clear()
  const handIn = (personId: string) =>
    app.owner.assessmentExpert.update({
      where: { assessment_id_person_id: { assessment_id: assessmentId, person_id: personId } },
      data: { submitted_at: toDate(app.clock.now()) },
    })
  await handIn(physician.personId)
  await happened('assessment.submitted', assessmentId, physician.personId)
  expect(await mailsOf(physician)).toEqual([])

  valueOf(await endExpert(app.as(worker), { assessmentId, personId: physiotherapist.personId }))
  await happened('assessment.submitted', assessmentId, physiotherapist.personId)
  expect((await mailsOf(physician)).map(({ subject }) => subject)).toEqual(['Visi eksperti ir iesnieguši vērtējumu'])
})

test('proposal, ranking, question and answer reach those whose turn it is, without the words of the question', async () => {
  const family = await opened()
  const { worker, guardian, physician, physiotherapist, assessmentId, mailsOf, clear, happened } = family
  await clear()
  await happened('assessment.proposed', assessmentId, physician.personId)
  await happened('assessment.ranked', assessmentId, guardian.personId)
  const { service, assessed, question } = await askedQuestion(family)
  await happened('question.asked', question.id, guardian.personId)
  await happened('question.answered', question.id, physician.personId)

  expect((await mailsOf(guardian)).map(({ subject }) => subject)).toEqual([
    'Speciālistu ieteikums ir gatavs',
    'Uz jūsu jautājumu ir atbildēts',
  ])
  const [ranked, asked] = await mailsOf(worker)
  expect(ranked?.text).toContain(`/assessments/${assessmentId}/plan`)
  expect(asked?.text).toContain(`/assessments/${assessmentId}/services/${assessed.id}`)
  expect(asked?.text).not.toContain(question.text)
  expect(asked?.text).not.toContain(service.name_lv)
  expect(await mailsOf(physician)).toHaveLength(1)
  expect(await mailsOf(physiotherapist)).toEqual([])
})

test('an order that the social worker entered as it was told is told to the guardians, not to who entered it', async () => {
  const { worker, guardian, assessmentId, mailsOf, clear, happened } = await opened()
  await clear()
  const note = 'pa tālruni, māte'
  await app.owner.assessment.update({
    where: { id: assessmentId },
    data: { parents_ranked_at: new Date(), parents_ranked_by: worker.personId, parents_ranked_note: note },
  })
  await happened('assessment.ranked', assessmentId, worker.personId)

  const [told] = await mailsOf(guardian)
  expect(told?.subject).toBe('Jūsu secība ir ierakstīta')
  expect(told?.text).toContain('/assessment/ranking')
  expect(told?.text).not.toContain(note)
  expect(await mailsOf(worker)).toEqual([])
})

test('a sealed plan is sent round for signing, and for approval once both have signed', async () => {
  const { town, child, periodId, worker, guardian, physician, mailsOf, clear, happened } = await opened()
  await clear()
  const administrator = await app.given.actor('municipality_administrator', { municipalityId: town.id })
  const plan = await app.owner.plan.create({
    data: {
      municipality_id: town.id,
      child_id: child.id,
      period_id: periodId,
      version: 1,
      state: 'draft',
      expert_weight_tenths: 7,
      parent_weight_tenths: 3,
      budget_cents: 100_00,
      unassigned_cents: 100_00,
      created_at: toDate(app.clock.now()),
      sealed_at: toDate(app.clock.now()),
    },
  })
  const sign = (kind: 'social_worker' | 'physician', personId: string) =>
    app.owner.planSignature.create({
      data: {
        municipality_id: town.id,
        plan_id: plan.id,
        person_id: personId,
        kind,
        recorded_by: personId,
        signed_at: toDate(app.clock.now()),
      },
    })
  await happened('plan.sealed', plan.id, worker.personId)
  expect((await mailsOf(physician)).map(({ subject }) => subject)).toEqual(['Plāns gaida jūsu parakstu'])
  expect((await mailsOf(guardian))[0]?.text).toContain(`/family/${child.id}/decisions/${plan.id}`)
  expect(await mailsOf(worker)).toEqual([])

  await sign('physician', physician.personId)
  await happened('plan.signed', plan.id, physician.personId)
  expect(await mailsOf(administrator)).toEqual([])
  await sign('social_worker', worker.personId)
  await happened('plan.signed', plan.id, worker.personId)
  expect((await mailsOf(administrator)).map(({ subject }) => subject)).toEqual(['Plāns gaida apstiprinājumu'])
})

test('requests, declined requests and news of a period reach the family and its social worker', async () => {
  const { town, child, periodId, worker, guardian, mailsOf, clear, happened } = await opened()
  await clear()
  const request = await app.owner.revisionRequest.create({
    data: {
      municipality_id: town.id,
      child_id: child.id,
      period_id: periodId,
      asked_by: guardian.personId,
      asked_as: 'guardian',
      reason: 'Bērns slimo.',
      asked_at: toDate(app.clock.now()),
    },
  })
  await happened('revision.requested', request.id, guardian.personId)
  await happened('revision.declined', request.id, worker.personId)
  for (const type of ['period.extended', 'period.ending', 'period.lapsed', 'evaluation.asked']) {
    await happened(type, periodId)
  }

  const toFamily = await mailsOf(guardian)
  expect(toFamily.map(({ subject }) => subject)).toEqual([
    'Atbilde uz lūgumu mainīt plānu',
    'Budžeta periods ir pagarināts',
    'Budžeta periods drīz beigsies',
    'Neizmantotā perioda nauda ir atgriezta',
    'Pastāstiet, kā pagāja šis periods',
  ])
  const toWorker = await mailsOf(worker)
  expect(toWorker.map(({ subject }) => subject)).toEqual([
    'Lūgums mainīt plānu',
    'Budžeta periods ir pagarināts',
    'Budžeta periods drīz beigsies',
    'Neizmantotā perioda nauda ir atgriezta',
  ])
  for (const { text } of [...toFamily, ...toWorker]) expect(text).not.toContain(request.reason)
})

test('a guardian whose care ended is not told what became of their question or request', async () => {
  const family = await opened()
  const { town, child, worker, guardian, periodId, mailsOf, clear, happened } = family
  const { question } = await askedQuestion(family)
  const request = await app.owner.revisionRequest.create({
    data: {
      municipality_id: town.id,
      child_id: child.id,
      period_id: periodId,
      asked_by: guardian.personId,
      asked_as: 'guardian',
      reason: 'Vajag biežāk.',
      asked_at: toDate(app.clock.now()),
    },
  })
  await clear()
  await happened('question.answered', question.id, worker.personId)
  await happened('revision.declined', request.id, worker.personId)
  expect(await mailsOf(guardian)).toHaveLength(2)

  await clear()
  await app.owner.guardianship.updateMany({
    where: { child_id: child.id },
    data: { ended_at: toDate(app.clock.now().subtract({ hours: 1 })) },
  })
  await happened('question.answered', question.id, worker.personId)
  await happened('revision.declined', request.id, worker.personId)
  expect(await mailsOf(guardian)).toEqual([])
})
