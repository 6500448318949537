import type { AddressRow, Foreign } from './addresses.ts'
import type { Assessed, Planned } from './assessed-things.ts'
import type { Hat } from './hats.ts'
import type { Things } from './things.ts'

const assessors = ['expert', 'social_worker', 'municipality_administrator'] as const
const openers = ['social_worker', 'municipality_administrator'] as const

type Params = Record<string, string>

/** Who may not see what of an assessment: another worker's, no seat or an ended one, the other municipality's. */
export function assessedRows({ assessed, planned, imports, elza }: Things): Record<string, AddressRow> {
  const { made, emils, emilsNext, austris, tinceNext, rihards, annija, tina, tinaNext } = assessed
  const administrator = ['municipality_administrator'] as const

  function rowOf(pick: (one: Assessed) => Params, hats: readonly Hat[] = assessors): AddressRow {
    return {
      own: [
        { hats, params: pick(made) },
        { hats, params: pick(emils) },
        { hats: hats.filter((hat) => hat !== 'social_worker'), params: pick(austris) },
      ],
      foreign: foreignOf(hats, pick, { austris, rihards, annija, tina }),
    }
  }
  function planRowOf(pick: (one: Planned) => Params, hats: readonly Hat[] = assessors): AddressRow {
    const { emils: own, elza: second, tince, tina: far, rihards: unseated, annija: ended } = planned
    return {
      own: [
        { hats, params: pick(own) },
        { hats, params: pick(second) },
      ],
      foreign: foreignOf(hats, pick, { austris: tince, rihards: unseated, annija: ended, tina: far }),
    }
  }
  /** A thing of another child's under one that is one's own. */
  function mixed(row: AddressRow, hats: readonly Hat[], params: Params, names: readonly string[]): AddressRow {
    return { ...row, foreign: [...row.foreign, { hats, what: 'their thing under ours', names, params }] }
  }

  const { assessmentId } = emilsNext
  const child = planRowOf(({ childId }) => ({ childId }))
  const opened = planRowOf(({ childId }) => ({ childId }), openers)
  const next = { ...opened, own: [{ hats: openers, params: { childId: elza.childId } }] }
  const revision = mixed(
    planRowOf(({ childId, revisionId }) => ({ childId, planId: revisionId }), openers),
    openers,
    { childId: planned.emils.childId, planId: planned.tina.revisionId },
    planned.tina.names,
  )
  const plan = planRowOf(({ planId }) => ({ planId }))
  const whole = rowOf((one) => ({ assessmentId: one.assessmentId }))
  const importRow: AddressRow = {
    own: [{ hats: administrator, params: { importId: imports.lejasupe } }],
    foreign: [
      { hats: administrator, what: 'the other municipality', names: [], params: { importId: imports.kalnavoti } },
    ],
  }
  return {
    '/assessments/:assessmentId': whole,
    '/assessments/:assessmentId/own': rowOf((one) => ({ assessmentId: one.assessmentId }), ['expert']),
    '/assessments/:assessmentId/experts/:personId': mixed(
      rowOf((one) => ({ assessmentId: one.assessmentId, personId: one.personId })),
      assessors,
      { assessmentId, personId: planned.emils.childId },
      [],
    ),
    '/assessments/:assessmentId/goals': whole,
    '/assessments/:assessmentId/goals/:goalId': mixed(
      rowOf((one) => ({ assessmentId: one.assessmentId, goalId: one.goalId })),
      assessors,
      { assessmentId, goalId: tina.goalId },
      tina.names,
    ),
    '/assessments/:assessmentId/services': whole,
    '/assessments/:assessmentId/services/:serviceId': mixed(
      rowOf((one) => ({ assessmentId: one.assessmentId, serviceId: one.serviceId })),
      assessors,
      { assessmentId, serviceId: made.goalId },
      [],
    ),
    '/assessments/:assessmentId/ranking': whole,
    '/assessments/:assessmentId/plan': whole,
    '/assessments/:assessmentId/looking-back': {
      own: [{ hats: assessors, params: { assessmentId: emilsNext.assessmentId } }],
      foreign: [
        {
          hats: ['social_worker'],
          what: "another social worker's",
          names: tinceNext.names,
          params: { assessmentId: tinceNext.assessmentId },
        },
        {
          hats: assessors,
          what: 'the other municipality',
          names: tinaNext.names,
          params: { assessmentId: tinaNext.assessmentId },
        },
      ],
    },
    '/plans/:planId': plan,
    '/plans/:planId/decision.pdf': plan,
    '/municipality/families/:childId/revisions/:planId': revision,
    '/municipality/families/:childId/revisions/:planId/bookings': revision,
    '/municipality/families/:childId/assessments/new': opened,
    '/municipality/families/:childId/assessments/next': { ...next, search: `?period=${elza.periodId}` },
    '/municipality/families/:childId/goals': child,
    '/municipality/imports/:importId': importRow,
    '/municipality/imports/:importId/undo': importRow,
    '/municipality/imports/:importId/refused.csv': importRow,
  }
}

type Walls<One> = { austris: One; rihards: One; annija: One; tina: One }

function foreignOf<One extends { names: readonly string[] }>(
  hats: readonly Hat[],
  pick: (one: One) => Params,
  { austris, rihards, annija, tina }: Walls<One>,
): Foreign[] {
  const only = (hat: Hat) => hats.filter((one) => one === hat)
  const rows = [
    { hats: only('social_worker'), what: "another social worker's family", of: austris },
    { hats: only('expert'), what: 'where the expert has no seat', of: rihards },
    { hats: only('expert'), what: "where the expert's part has ended", of: annija },
    { hats, what: 'the other municipality', of: tina },
  ]
  return rows.map(({ of, ...row }) => ({ ...row, names: of.names, params: pick(of) }))
}
