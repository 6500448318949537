import { evaluatePeriod } from '#app/progress/evaluate-period.server.ts'
import { setAttainment } from '#app/progress/set-attainment.server.ts'
import { startReassessment } from '#app/progress/start-reassessment.server.ts'
import { writeObservation } from '#app/progress/write-observation.server.ts'
import { writeSessionNote } from '#app/progress/write-session-note.server.ts'
import { askForRevision } from '#app/plan/ask-for-revision.server.ts'
import type { Database } from '#app/platform/db/database.server.ts'
import { instantOf } from '#app/platform/time.ts'
import { staffActor } from './cast.ts'
import type { DemoDates } from './demo-dates.ts'
import { riga } from './demo-dates.ts'
import { demoId } from './demo-id.ts'
import type { Register } from './register.ts'
import { specialistActor } from './register.ts'
import type { ReplayedPortal } from './replay.ts'
import { accepted } from './replay.ts'

type Stage = { portal: ReplayedPortal; owner: Database; register: Register; dates: DemoDates }

/** Children whose specialists and parents write about their goals, with the parent who does. */
const watched = [
  { child: 'emils', parent: 'agnese' },
  { child: 'tince', parent: 'laura' },
] as const

/**
 * What a period shows beside its sessions: notes and marks on goals, a family that asks for a change of its plan, and
 * Tince, whose period is nearly over: the next assessment looks back on it, and her mother has said how it was.
 */
export async function playProgress(stage: Stage): Promise<void> {
  for (const { child, parent } of watched) {
    await writeNotes(stage, child)
    await writeObservations(stage, { child, parent })
  }
  await askForChange(stage)
  await lookBackOnTince(stage)
}

const noted = [
  'Sāka piesardzīgi, pēc desmit minūtēm iesaistījās.',
  'Šodien pats atcerējās pirmo vingrinājumu.',
  'Nogurusi diena: īsāk, bet bez raudāšanas.',
  'Izdevās divas reizes pēc kārtas, mamma redzēja.',
  'Jaunu uzdevumu pieņēma pēc kartītes.',
  'Pirmo reizi bez atgādinājuma.',
] as const
/** How far the marks rise over a period: never in a straight line. */
const marks = [-2, -1, -1, -1, 0, 0] as const

/** Specialists write after their sessions, on the goal that the session's service serves. */
async function writeNotes({ portal, owner, register }: Stage, child: string): Promise<void> {
  const childId = demoId(`child ${child}`)
  const sessions = await owner.booking.findMany({
    where: { child_id: childId, state: 'delivered' },
    orderBy: { starts_at: 'asc' },
    select: { id: true, service_id: true, specialist_id: true, ends_at: true, period_id: true },
  })
  const keys = new Map([...register.specialists].map(([key, id]) => [id, key]))
  const links = await owner.assessedServiceGoal.findMany({
    where: { service: { assessment: { child_id: childId, completed_at: { not: null } } } },
    select: { goal_id: true, service: { select: { service_id: true } } },
  })
  const goalOf = new Map(links.map((link) => [link.service.service_id, link.goal_id]))
  const withGoal = sessions.filter((session) => goalOf.has(session.service_id))
  const chosen = noted.map((_, index) => withGoal[Math.floor((index * withGoal.length) / noted.length)])
  for (const [index, text] of noted.entries()) {
    const session = chosen[index]
    const specialist = session === undefined ? undefined : keys.get(session.specialist_id)
    if (session === undefined || specialist === undefined) continue
    const at = instantOf(session.ends_at).add({ minutes: 25 })
    const note = {
      bookingId: session.id,
      noteId: demoId(`note ${child} ${index}`),
      goalId: goalOf.get(session.service_id) ?? null,
      mark: marks[index] ?? null,
      text,
    }
    accepted(await writeSessionNote(portal.as(specialistActor(register, specialist), at), note), `a note on ${child}`)
  }
}

const observed = [
  { text: 'Brokastīs pats palūdza vēl!', daysAgo: 41, mark: -1 },
  { text: 'Grūta nedēļa, daudz raudāja, bet vakarā pasmējās.', daysAgo: 25, mark: -1 },
  { text: 'Pie vecmāmiņas visiem parādīja, ko iemācījies.', daysAgo: 9, mark: 0 },
] as const

async function writeObservations(
  { portal, owner, dates }: Stage,
  { child, parent }: { child: string; parent: string },
): Promise<void> {
  const childId = demoId(`child ${child}`)
  const goal = await owner.goal.findFirstOrThrow({
    where: { assessment: { child_id: childId, completed_at: { not: null } }, horizon: 'short_term' },
    orderBy: { position: 'asc' },
    select: { id: true, assessment: { select: { period_id: true } } },
  })
  for (const [index, { text, daysAgo, mark }] of observed.entries()) {
    const day = dates.today.subtract({ days: daysAgo })
    const guardian = portal.as(staffActor(parent, 'guardian'), riga(day, '20:50'))
    const note = { text, mark, goalId: goal.id, aboutOn: day, noteId: demoId(`observation ${child} ${index}`) }
    accepted(
      await writeObservation(guardian, { ...note, childId, periodId: goal.assessment.period_id }),
      `an observation of ${child}`,
    )
  }
}

/** Elza's father asks for a change; the social worker has not answered yet. */
async function askForChange({ portal, owner, dates }: Stage): Promise<void> {
  const childId = demoId('child elza')
  const period = await owner.budgetPeriod.findFirstOrThrow({ where: { child_id: childId }, select: { id: true } })
  const father = portal.as(staffActor('janis', 'guardian'), riga(dates.today.subtract({ days: 2 }), '19:40'))
  const reason = 'Elza vairs negrib zīmēt, bet pēc baseina ir mierīga visu vakaru. Vai var vairāk baseina?'
  accepted(await askForRevision(father, { childId, periodId: period.id, reason }), 'a request for Elza')
}

async function lookBackOnTince({ portal, owner, dates }: Stage): Promise<void> {
  const childId = demoId('child tince')
  const { endsBefore } = dates.endingPeriod
  const { id: periodId } = await owner.budgetPeriod.findFirstOrThrow({ where: { child_id: childId } })
  const ago = (days: number, time: string) => riga(dates.today.subtract({ days }), time)
  const worker = portal.as(staffActor('ginta-purvmala', 'social_worker'), ago(6, '11:15'))
  const { assessmentId } = accepted(
    await startReassessment(worker, {
      childId,
      periodId,
      startsOn: endsBefore,
      endsBefore: endsBefore.add({ months: 6 }),
      leadId: demoId('person uldis'),
    }),
    'the next assessment of Tince',
  )
  const [goal] = await owner.goal.findMany({
    where: { assessment: { period_id: periodId }, horizon: 'short_term' },
    orderBy: { position: 'asc' },
  })
  const lead = portal.as(staffActor('uldis', 'expert'), ago(2, '15:30'))
  const attained = { level: 0, note: 'Sasniegts, kā bija iecerēts; mājās izdodas arī ar vecmāmiņu.', version: 0 }
  accepted(await setAttainment(lead, { assessmentId, goalId: goal?.id ?? '', ...attained }), 'a measured goal')
  accepted(
    await evaluatePeriod(portal.as(staffActor('laura', 'guardian'), ago(1, '21:35')), {
      childId,
      periodId,
      version: 0,
      isSubmitted: true,
      helped_child: 4,
      helped_family: 4,
      had_strength: 3,
      could_choose: 5,
      was_heard: 5,
      what_changed: 'Tince vairs nebaidās no citiem bērniem.',
      what_was_hard: 'Divas nodarbības vienā dienā bija par daudz.',
      what_next: 'Gribētos turpināt mūziku, bet vienu reizi nedēļā.',
    }),
    'the evaluation of Tince',
  )
}
