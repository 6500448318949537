import type { Things } from './things.ts'

type Fields = Record<string, string>

/** A new thing of ours, so that nothing but the wall is in the way. */
export const newId = '0198c0de-0000-7000-8000-00000000fade'

/** What the forms of the pages around assessments, plans and goals send, by the pattern of their address. */
export function assessedForms({ assessed, emils }: Things): Record<string, readonly Fields[]> {
  const { made } = assessed
  const order = [made.serviceId].join()
  const today = Temporal.Now.plainDateISO('Europe/Riga')
  const person = { personId: made.personId }
  const days = {
    wishesDue: today.add({ days: 20 }).toString(),
    expertsDue: today.add({ days: 30 }).toString(),
    rankingDue: today.add({ days: 40 }).toString(),
  }
  const texts = { strengths: 'Stiprās puses', needs: 'Vajadzības', conclusion: 'Secinājums', 'd1.qualifier': '2' }
  const service = { units: '10', minimumUnits: '1', reasonLv: 'Iemesls', explanationLv: 'Skaidrojums' }
  const goal = { text: 'Jauns mērķis', serves: made.goalId, weight: '1' }
  const signing: Fields[] = [
    { intent: 'sign' },
    { intent: 'record', how: 'letter', note: 'Nosūtīts', ...person },
    { intent: 'approve' },
    { intent: 'withdraw', reason: 'Kļūda' },
  ]
  const note = { noteId: newId, version: '0', text: 'Piezīme', goal: '', mark: '' }
  return {
    '/family/:childId/decisions/:planId': [{}],
    '/family/:childId/plan/changes': [{ reason: 'Vajag vairāk', periodId: emils.periodId }, {}],
    '/family/:childId/assessment/wishes': [
      ...['save', 'add', 'remove', 'autosave'].map((intent) => ({
        intent,
        wishId: newId,
        version: '0',
        text: 'Vēlme',
      })),
      { intent: 'done' },
      { intent: 'not-done' },
    ],
    '/family/:childId/assessment/services': ['understood', 'not-understood', 'ask'].map((intent) => ({
      intent,
      service: made.assessedServiceId,
      text: 'Kāpēc?',
    })),
    '/family/:childId/assessment/ranking': [
      ...['save', 'submit', 'autosave', `up:${made.serviceId}`].map((intent) => ({ intent, order, version: '0' })),
      { intent: 'take-back' },
    ],
    '/family/:childId/goals': ['write', 'correct'].map((intent) => ({ ...note, intent, on: today.toString() })),
    '/family/:childId/evaluation': ['save', 'submit', 'autosave'].map((intent) => ({
      intent,
      version: '0',
      helped_child: '5',
      what_changed: 'Viss',
    })),
    '/provider/sessions/:bookingId/suggest': [{ reason: 'Vajag biežāk' }, {}],
    '/provider/sessions/:bookingId/notes': ['write', 'correct'].map((intent) => ({ ...note, intent })),
    '/assessments/:assessmentId': [
      ...['remind', 'lead', 'end', 'add-guardian'].map((intent) => ({ intent, ...person })),
      { intent: 'add-expert', profession: 'psychologist', lead: 'yes', ...person },
      { intent: 'deadlines', ...days },
    ],
    '/assessments/:assessmentId/own': ['save', 'hand-in', 'take-back', 'autosave'].map((intent) => ({
      intent,
      version: '0',
      ...texts,
    })),
    '/assessments/:assessmentId/goals': [
      { intent: 'add', kind: 'short_term', goalId: newId, text: 'Mērķis', serves: '' },
      ...['up', 'down'].map((intent) => ({ intent, goalId: made.goalId })),
      { intent: 'agree' },
      { intent: 'reopen' },
    ],
    '/assessments/:assessmentId/goals/:goalId': ['save', 'remove', 'autosave'].map((intent) => ({
      intent,
      version: '0',
      ...goal,
    })),
    '/assessments/:assessmentId/services': [{ serviceId: made.serviceId }],
    '/assessments/:assessmentId/services/:serviceId': [
      ...['save', 'remove', 'autosave'].map((intent) => ({ intent, version: '0', ...service })),
      { intent: 'answer', questionId: newId, answer: 'Jā' },
    ],
    '/assessments/:assessmentId/ranking': [
      ...['save', 'hand-in', 'autosave', `up:${made.serviceId}`].map((intent) => ({ form: 'own', intent, order })),
      { form: 'own', intent: 'take-back' },
      ...['fix', 'average'].map((intent) => ({ form: 'fix', intent, order, reason: 'Tā vienojāmies' })),
      { form: 'fix', intent: 'reopen' },
    ],
    '/assessments/:assessmentId/plan': [{ budget: '3852', reason: 'Kā parasti' }],
    '/assessments/:assessmentId/looking-back': [
      { goalId: assessed.emils.goalId, level: '0', note: 'Sasniegts', version: '0' },
    ],
    '/plans/:planId': signing,
    '/municipality/families/:childId/plan': [
      { intent: 'start', reason: 'Mainās' },
      { intent: 'take', requestId: newId, reason: '' },
      { intent: 'decline', requestId: newId, answer: 'Nē' },
      { intent: 'extend', lastDay: today.add({ months: 9 }).toString(), reason: 'Slimība' },
      { intent: 'release', agree: 'yes', reason: 'Beidzies' },
    ],
    '/municipality/families/:childId/revisions/:planId': ['save', 'seal', 'reopen', 'autosave'].map((intent) => ({
      intent,
      version: '0',
      reason: 'Mainās',
    })),
    '/municipality/families/:childId/revisions/:planId/bookings': [
      { keep: made.serviceId },
      { cancel: emils.bookingId, revision: '0' },
    ],
    '/municipality/families/:childId/assessments/new': [
      { startsOn: '2030-01-01', lastDay: '2030-06-30', ...days, ...openingTeam(made) },
    ],
    '/municipality/families/:childId/assessments/next': [{ from: '2030-01-01', to: '2030-06-30', lead: made.personId }],
    '/municipality/families/:childId/goals': ['write', 'correct'].map((intent) => ({
      ...note,
      intent,
      on: today.toString(),
    })),
    '/municipality/policy': [policyForm(today.with({ day: 1 }).add({ months: 2 }).toString())],
    '/municipality/policy/prices': [
      { serviceId: made.serviceId, mode: 'centre', amount: '30', from: today.add({ days: 60 }).toString() },
    ],
    '/municipality/imports': [{ file: 'x' }],
    '/municipality/imports/:importId': [{ intent: 'discard' }, { intent: 'start' }, {}],
    '/municipality/imports/:importId/undo': [{ reason: 'Nepareizs fails' }],
  }
}

function openingTeam({ personId }: { personId: string }): Fields {
  return { expert: personId, [`profession-${personId}`]: 'rehabilitation_physician', lead: personId }
}

function policyForm(validFrom: string): Fields {
  return {
    validFrom,
    expertPercent: '50',
    minimumRule: 'none',
    budget: '3852',
    periodMonths: '6',
    unusedMoney: 'return',
    lapseAfterDays: '30',
    fourEyes: 'yes',
    appealDays: '30',
    appealToLv: 'Dome',
    appealToEn: 'Council',
    freeCancellationHours: '24',
    lateChargePercent: '50',
    lateChargesPerPeriod: '2',
    silentAcceptanceDays: '7',
    payoutDayOfMonth: '10',
  }
}
