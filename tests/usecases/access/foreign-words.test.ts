import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { demoIds } from '../../../prisma/demo/people.ts'
import { nothing } from './addresses.ts'
import { newId } from './assessed-forms.ts'
import type { Hat } from './hats.ts'
import { openTown } from './open-town.ts'
import type { Things } from './things.ts'

const { town } = openTown()

/** Things of others that forms could name, found once. */
const others = { wish: nothing, question: nothing, note: nothing, request: nothing, guardian: nothing }

beforeAll(async () => {
  const { rows } = town()
  const idOf = async (sql: string, values: readonly unknown[]) =>
    (await rows.row(z.object({ id: z.uuid() }), sql, values)).id
  const { tina, tince } = town().things
  others.wish = await idOf(
    `SELECT g.id FROM goal g JOIN assessment a ON a.id = g.assessment_id
     WHERE a.child_id = $1 AND g.horizon = 'wish' ORDER BY g.id LIMIT 1`,
    [tina.childId],
  )
  others.question = await idOf('SELECT id FROM service_question WHERE answer IS NULL ORDER BY id LIMIT 1', [])
  others.note = await idOf('SELECT id FROM goal_note WHERE child_id = $1 ORDER BY id LIMIT 1', [tince.childId])
  others.request = await idOf('SELECT id FROM revision_request WHERE child_id = $1 LIMIT 1', [tince.childId])
  others.guardian = demoIds.person('ilva')
})

type Claim = {
  what: string
  hat: Hat
  form: (things: Things) => { path: string; fields: Record<string, string> }
}

const today = () => Temporal.Now.plainDateISO('Europe/Riga').toString()
const service = { units: '10', minimumUnits: '1', reasonLv: 'Iemesls', explanationLv: 'Skaidrojums', version: '0' }

/** Forms on one's own pages whose fields name what belongs to others. */
const claims: Claim[] = [
  {
    what: 'a goal that exists elsewhere as a new one',
    hat: 'expert',
    form: ({ assessed: { emilsNext, tina } }) => ({
      path: `/assessments/${emilsNext.assessmentId}/goals`,
      fields: { intent: 'add', kind: 'long_term', goalId: tina.goalId, text: 'Mērķis', serves: '' },
    }),
  },
  {
    what: "another family's wish to serve",
    hat: 'expert',
    form: ({ assessed: { emilsNext } }) => ({
      path: `/assessments/${emilsNext.assessmentId}/goals`,
      fields: { intent: 'add', kind: 'long_term', goalId: newId, text: 'Mērķis', serves: others.wish },
    }),
  },
  ...['up', 'down'].map((intent): Claim => ({
    what: `another child's goal to move ${intent}`,
    hat: 'expert',
    form: ({ assessed: { emilsNext, austris } }) => ({
      path: `/assessments/${emilsNext.assessmentId}/goals`,
      fields: { intent, goalId: austris.goalId },
    }),
  })),
  {
    what: "another family's wish under one's own goal",
    hat: 'expert',
    form: ({ assessed: { emilsNext } }) => ({
      path: `/assessments/${emilsNext.assessmentId}/goals/${emilsNext.goalId}`,
      fields: { intent: 'save', version: '0', text: 'Mērķis', weight: '1', serves: others.wish },
    }),
  },
  {
    what: 'a service that is none',
    hat: 'expert',
    form: ({ assessed: { emilsNext } }) => ({
      path: `/assessments/${emilsNext.assessmentId}/services`,
      fields: { serviceId: nothing },
    }),
  },
  {
    what: "another family's question",
    hat: 'expert',
    form: ({ assessed: { emilsNext } }) => ({
      path: `/assessments/${emilsNext.assessmentId}/services/${emilsNext.serviceId}`,
      fields: { intent: 'answer', questionId: others.question, answer: 'Jā' },
    }),
  },
  {
    what: 'services to order that nobody found needed',
    hat: 'expert',
    form: ({ assessed: { emilsNext } }) => ({
      path: `/assessments/${emilsNext.assessmentId}/ranking`,
      fields: { form: 'own', intent: 'hand-in', order: `${nothing},${newId}`, version: '0' },
    }),
  },
  {
    what: 'a goal of a period that is not looked back on',
    hat: 'expert',
    form: ({ assessed: { emilsNext, tina } }) => ({
      path: `/assessments/${emilsNext.assessmentId}/looking-back`,
      fields: { goalId: tina.goalId, level: '0', note: 'x', version: '0' },
    }),
  },
  ...(['add-expert', 'add-guardian', 'remind', 'lead', 'end'] as const).map((intent): Claim => ({
    what: `somebody of the other municipality to ${intent}`,
    hat: 'social_worker',
    form: ({ assessed: { emilsNext } }) => ({
      path: `/assessments/${emilsNext.assessmentId}`,
      fields: {
        intent,
        personId: intent === 'add-guardian' ? others.guardian : demoIds.person('andis'),
        profession: 'psychologist',
      },
    }),
  })),
  {
    what: "another family's request to take up",
    hat: 'social_worker',
    form: ({ planned: { emils } }) => ({
      path: `/municipality/families/${emils.childId}/plan`,
      fields: { intent: 'take', requestId: others.request, reason: '' },
    }),
  },
  {
    what: "another family's request to decline",
    hat: 'social_worker',
    form: ({ planned: { emils } }) => ({
      path: `/municipality/families/${emils.childId}/plan`,
      fields: { intent: 'decline', requestId: others.request, answer: 'Nē' },
    }),
  },
  {
    what: "another child's session to cancel",
    hat: 'social_worker',
    form: ({ planned: { emils }, elza }) => ({
      path: `/municipality/families/${emils.childId}/revisions/${emils.revisionId}/bookings`,
      fields: { cancel: elza.bookingId, revision: '0' },
    }),
  },
  {
    what: 'a lead of the other municipality',
    hat: 'social_worker',
    form: () => ({
      path: `/municipality/families/${demoIds.child('darta')}/assessments/new`,
      fields: {
        startsOn: '2030-01-01',
        lastDay: '2030-06-30',
        wishesDue: '2029-10-01',
        expertsDue: '2029-11-01',
        rankingDue: '2029-12-01',
        expert: demoIds.person('andis'),
        [`profession-${demoIds.person('andis')}`]: 'rehabilitation_physician',
        lead: demoIds.person('andis'),
      },
    }),
  },
  {
    what: "another family's wish to write over",
    hat: 'guardian',
    form: ({ emils }) => ({
      path: `/family/${emils.childId}/assessment/wishes`,
      fields: { intent: 'save', wishId: others.wish, version: '0', text: 'Mūsu' },
    }),
  },
  {
    what: "another family's wish to remove",
    hat: 'guardian',
    form: ({ emils }) => ({
      path: `/family/${emils.childId}/assessment/wishes`,
      fields: { intent: 'remove', wishId: others.wish, version: '0' },
    }),
  },
  ...(['ask', 'understood', 'not-understood'] as const).map((intent): Claim => ({
    what: `another family's service (${intent})`,
    hat: 'guardian',
    form: ({ emils, assessed: { made } }) => ({
      path: `/family/${emils.childId}/assessment/services`,
      fields: { intent, service: made.assessedServiceId, text: 'Kāpēc?' },
    }),
  })),
  {
    what: "another child's period for a change",
    hat: 'guardian',
    form: ({ emils, elza }) => ({
      path: `/family/${emils.childId}/plan/changes`,
      fields: { periodId: elza.periodId, reason: 'Vairāk' },
    }),
  },
  {
    what: "another child's period to judge",
    hat: 'guardian',
    form: ({ emils, elza }) => ({
      path: `/family/${emils.childId}/evaluation?period=${elza.periodId}`,
      fields: { intent: 'submit', version: '0', helped_child: '5', helped_family: '5' },
    }),
  },
  {
    what: "another child's goal in an observation",
    hat: 'guardian',
    form: ({ emils, assessed: { tina } }) => ({
      path: `/family/${emils.childId}/goals?period=${emils.periodId}`,
      fields: { intent: 'write', noteId: newId, version: '0', text: 'x', goal: tina.goalId, mark: '0', on: today() },
    }),
  },
  ...(['write', 'correct'] as const).map((intent): Claim => ({
    what: `another child's note to ${intent}`,
    hat: 'guardian',
    form: ({ emils }) => ({
      path: `/family/${emils.childId}/goals?period=${emils.periodId}`,
      fields: { intent, noteId: others.note, version: '0', text: 'x', goal: '', mark: '', on: today() },
    }),
  })),
  ...(['write', 'correct'] as const).map((intent): Claim => ({
    what: `another child's note to ${intent} from a session`,
    hat: 'specialist',
    form: ({ kristine }) => ({
      path: `/provider/sessions/${kristine.bookingId}/notes`,
      fields: { intent, noteId: others.note, version: '0', text: 'x', goal: '', mark: '' },
    }),
  })),
]

test.each(claims)('a form that names $what changes nothing ($hat)', async ({ hat, form }) => {
  const { path, fields } = form(town().things)
  const before = await town().rows.state()
  const answer = await town().as(hat).post(path, fields)
  expect([400, 404, 409, 422]).toContain(answer.status)
  for (const { names } of [town().things.tina, town().things.tince]) {
    for (const name of names) expect(answer.body).not.toContain(name)
  }
  expect(await town().rows.state()).toEqual(before)
})

test('a goal of another child is not tied to a service', async () => {
  const { emilsNext, tina, austris } = town().things.assessed
  const answer = await town()
    .as('expert')
    .post(`/assessments/${emilsNext.assessmentId}/services/${emilsNext.serviceId}`, [
      ...Object.entries({ intent: 'save', ...service }),
      ...[tina.goalId, austris.goalId, emilsNext.goalId].map((goalId) => ['goal', goalId] as const),
    ])
  expect(answer.status).toBe(302)
  const tied = await town().rows.rows(
    z.object({ goalId: z.uuid() }),
    `SELECT goal_id AS "goalId" FROM assessed_service_goal WHERE assessed_service_id = $1`,
    [emilsNext.assessedServiceId],
  )
  expect(tied).toEqual([{ goalId: emilsNext.goalId }])
})
