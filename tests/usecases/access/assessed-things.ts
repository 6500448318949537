import { z } from 'zod'
import type { PortalRows } from '#tests/support/portal-rows.ts'
import { demoIds } from '../../../prisma/demo/people.ts'

/** What belongs to one assessment of a child, with the words that show whose it is. */
export type Assessed = {
  childId: string
  assessmentId: string
  /** Somebody who has a seat in it, other than the expert who tries the doors. */
  personId: string
  goalId: string
  /** The same service in the catalogue, and as it is found needed. */
  serviceId: string
  assessedServiceId: string
  names: string[]
}

export type Planned = { childId: string; planId: string; revisionId: string; names: string[] }

/** Assessments at every stage, on both sides of every wall. */
export async function findAssessedThings(rows: PortalRows) {
  return {
    assessed: {
      /** Proposed to the parents; the expert leads, the social worker looks after the child. */
      made: await findAssessed(rows, 'made'),
      /** The first is completed, the next looks back on its period. */
      emils: await findAssessed(rows, 'emils'),
      emilsNext: await findAssessed(rows, 'emils', 'next'),
      /** Another social worker's. */
      austris: await findAssessed(rows, 'austris'),
      tinceNext: await findAssessed(rows, 'tince', 'next'),
      /** The expert has no seat, or one that has ended. */
      rihards: await findAssessed(rows, 'rihards'),
      annija: await findAssessed(rows, 'annija'),
      /** The other municipality. */
      tina: await findAssessed(rows, 'tina'),
      tinaNext: await findAssessed(rows, 'tina', 'next'),
    },
    planned: {
      emils: await findPlanned(rows, 'emils'),
      elza: await findPlanned(rows, 'elza'),
      tince: await findPlanned(rows, 'tince'),
      tina: await findPlanned(rows, 'tina'),
      rihards: await findPlanned(rows, 'rihards'),
      annija: await findPlanned(rows, 'annija'),
    },
    imports: {
      lejasupe: await findImport(rows, demoIds.lejasupe),
      kalnavoti: await findImport(rows, demoIds.kalnavoti),
    },
  }
}

async function findAssessed(rows: PortalRows, child: string, which: 'first' | 'next' = 'first'): Promise<Assessed> {
  const childId = demoIds.child(child)
  const { familyName, givenName, ...ids } = await rows.row(
    z.object({
      assessmentId: z.uuid(),
      personId: z.uuid(),
      goalId: z.uuid(),
      serviceId: z.uuid(),
      assessedServiceId: z.uuid(),
      givenName: z.string(),
      familyName: z.string(),
    }),
    `SELECT a.id AS "assessmentId", g.id AS "goalId", s.service_id AS "serviceId", s.id AS "assessedServiceId",
       coalesce((SELECT e.person_id FROM assessment_expert e WHERE e.assessment_id = a.id
         AND e.submitted_at IS NOT NULL AND e.person_id <> $2 ORDER BY e.person_id LIMIT 1), $2) AS "personId",
       c.given_name AS "givenName", c.family_name AS "familyName"
     FROM assessment a JOIN child c ON c.id = a.child_id
     JOIN goal g ON g.assessment_id = a.id AND g.horizon = 'short_term' JOIN assessed_service s ON s.assessment_id = a.id
     WHERE a.child_id = $1 AND (a.previous_id IS NOT NULL) = $3
     ORDER BY s.expert_rank_halves, g.position LIMIT 1`,
    [childId, demoIds.person('uldis'), which === 'next'],
  )
  return { childId, ...ids, names: [`${givenName} ${familyName}`, familyName] }
}

async function findPlanned(rows: PortalRows, child: string): Promise<Planned> {
  const childId = demoIds.child(child)
  const { familyName, givenName, planId, revisionId } = await rows.row(
    z.object({ planId: z.uuid(), revisionId: z.uuid().nullable(), givenName: z.string(), familyName: z.string() }),
    `SELECT p.id AS "planId", c.given_name AS "givenName", c.family_name AS "familyName",
       (SELECT r.id FROM plan r WHERE r.period_id = p.period_id AND r.origin = 'revision' AND r.state = 'draft') AS "revisionId"
     FROM plan p JOIN child c ON c.id = p.child_id
     WHERE p.child_id = $1 AND p.state = 'approved' ORDER BY p.created_at DESC LIMIT 1`,
    [childId],
  )
  return { childId, planId, revisionId: revisionId ?? planId, names: [`${givenName} ${familyName}`, familyName] }
}

async function findImport(rows: PortalRows, municipalityId: string): Promise<string> {
  const { id } = await rows.row(
    z.object({ id: z.uuid() }),
    'SELECT id FROM intake_import WHERE municipality_id = $1 ORDER BY id LIMIT 1',
    [municipalityId],
  )
  return id
}
