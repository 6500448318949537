import type { DemoChild } from '../families/demo-child.ts'
import { serviceOf } from '../catalogue.ts'
import type { DemoAssessment, DemoExpert } from './demo-assessment.ts'

/** What the two experts of a child whose plan is long approved wrote, in few words. */
const wrote: readonly Omit<DemoExpert, 'order'>[] = [
  {
    key: 'uldis',
    profession: 'rehabilitation_physician',
    isLead: true,
    strengths: 'Bērns labprāt iesaistās rotaļā un uzticas pazīstamiem pieaugušajiem.',
    needs: 'Patstāvīgai dienai vajadzīga regulāra, paredzama palīdzība.',
    conclusion: 'Veselības stāvoklis stabils; pakalpojumi vajadzīgi visu pusgadu.',
    findings: [
      { code: 'd4', qualifier: 2, strength: 'Kustas ar prieku.', need: 'Ātri nogurst.' },
      { code: 'd3', qualifier: 2, strength: 'Saprot daudz.', need: 'Grūti izteikt, ko grib.' },
    ],
  },
  {
    key: 'zaiga',
    profession: 'physiotherapist',
    strengths: 'Atceras vingrinājumus un rāda tos vecākiem.',
    needs: 'Līdzsvars un izturība.',
    conclusion: 'Trenēties īsi, bet bieži, arī mājās.',
    findings: [
      { code: 'd4', qualifier: 2, strength: 'Turas kājās pie atbalsta.', need: 'Garākam ceļam vajag pauzes.' },
    ],
  },
]

/** The assessment behind a plan of the demo: what the family's file says, as the experts entered it step by step. */
export function assessmentOf({ key, wishes, longTerm, shortTerm, needs, covered = [] }: DemoChild): DemoAssessment {
  const byExperts = needs.toSorted((one, other) => one.expert - other.expert)
  const byParents = needs.toSorted((one, other) => one.parent - other.parent)
  const firstShort = longTerm.length
  return {
    child: key,
    wishes,
    experts: wrote.map((expert) => ({ ...expert, order: byExperts.map(({ service }) => [service]) })),
    goals: [
      ...longTerm.map((text, index) => ({
        horizon: 'long_term' as const,
        text,
        serves: Math.min(index, wishes.length - 1),
      })),
      ...shortTerm.map((text, index) => ({
        horizon: 'short_term' as const,
        text,
        serves: Math.min(index, longTerm.length - 1),
        weight: index === 0 ? 2 : 1,
        baseline: -1,
        levels: levelsAround(text),
      })),
    ],
    services: needs.map(({ service, units, minimum = 1, perWeek, mode, reason }, index) => ({
      service,
      units,
      minimum,
      ...(perWeek === undefined ? {} : { perWeek }),
      ...(mode === undefined ? {} : { mode }),
      reason: reason ?? serviceOf(service).reason,
      goals: [firstShort + (index % shortTerm.length)],
    })),
    covered,
    parentOrder: byParents.map(({ service }) => [service]),
  }
}

/** A scale whose middle is the goal itself. */
function levelsAround(text: string): readonly [string, string, string, string, string] {
  return [
    'Vēl neizdodas arī ar palīdzību.',
    'Izdodas reizēm, ja pieaugušais palīdz.',
    text,
    'Izdodas gandrīz vienmēr, arī citā vietā.',
    'Izdodas vienmēr un bez atgādinājuma.',
  ]
}
