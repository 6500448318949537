import { expect, test } from 'vitest'
import { z } from 'zod'
import { personActor } from '../../../prisma/demo/cast.ts'
import { nothing } from './addresses.ts'
import type { Hat } from './hats.ts'
import { openTown } from './open-town.ts'
import type { Things } from './things.ts'

const { town } = openTown()

type Claim = {
  what: string
  hat: Hat
  form: (things: Things) => { path: string; fields: Record<string, string> }
  /** What comes back. */
  status: number
}

/** Forms on one's own pages whose fields name what belongs to others. */
const claims: Claim[] = [
  {
    what: "somebody else's hat",
    hat: 'social_worker',
    form: () => ({ path: '/role', fields: { roleGrantId: personActor('arvis', 'finance_officer').roleGrantId } }),
    status: 404,
  },
  {
    what: 'no hat at all',
    hat: 'social_worker',
    form: () => ({ path: '/role', fields: { roleGrantId: nothing } }),
    status: 404,
  },
  {
    what: 'a hat that is no id',
    hat: 'social_worker',
    form: () => ({ path: '/role', fields: { roleGrantId: "' OR true --" } }),
    status: 404,
  },
  {
    what: "a payout of the other municipality's run",
    hat: 'payout_approver',
    form: ({ runs }) => ({
      path: `/municipality/payouts/${runs.lejasupe.runId}`,
      fields: {
        intent: 'execute',
        bankDate: Temporal.Now.plainDateISO('Europe/Riga').toString(),
        failed: runs.kalnavoti.payoutId,
        [`reason-${runs.kalnavoti.payoutId}`]: 'Konts slēgts',
      },
    }),
    status: 409,
  },
  {
    what: "another provider's day off",
    hat: 'provider_manager',
    form: ({ kristine, ieva }) => ({
      path: `/provider/availability/${kristine.specialistId}`,
      fields: { takeBack: '1', exception: ieva.exceptionId },
    }),
    status: 404,
  },
  {
    what: "a colleague's day off",
    hat: 'specialist',
    form: ({ kristine, nauris }) => ({
      path: `/provider/availability/${kristine.specialistId}`,
      fields: { takeBack: '1', exception: nauris.exceptionId },
    }),
    status: 404,
  },
  {
    what: "another provider's rooms",
    hat: 'provider_manager',
    form: ({ kristine, ieva }) => ({
      path: `/provider/availability/${kristine.specialistId}`,
      fields: {
        week: '1',
        weekday: '1',
        from: '09:00',
        to: '12:00',
        site: ieva.siteId,
        validFrom: Temporal.Now.plainDateISO('Europe/Riga').add({ days: 7 }).toString(),
      },
    }),
    status: 422,
  },
]

test.each(claims)('a form that names $what changes nothing', async ({ hat, form, status }) => {
  const { path, fields } = form(town().things)
  const before = await town().rows.state()
  const answer = await town().as(hat).post(path, fields)
  expect(answer.status).toBe(status)
  expect(await town().rows.state()).toEqual(before)
})

test('the specialist of another provider is not booked with an offering', async () => {
  const { emils, ieva } = town().things
  const before = await town().rows.state()
  const startsAt = Temporal.Now.instant()
    .add({ hours: 24 * 3 })
    .round('hour')
  for (const specialistId of [ieva.specialistId, nothing]) {
    const search = new URLSearchParams({ time: `${startsAt}_${specialistId}` })
    const path = `/family/${emils.childId}/book/${emils.lineId}/${emils.offeringId}/check?${search}`
    const fields = { seenPrice: '2400', requestKey: '0198c0de-0000-4000-8000-00000000beef' }
    const answer = await town().as('guardian').post(path, fields)
    expect([404, 409]).toContain(answer.status)
  }
  expect(await town().rows.state()).toEqual(before)
})

test('fields that no form has are not listened to', async () => {
  const { emils, tina } = town().things
  const answer = await town()
    .as('guardian')
    .post('/preferences', { theme: 'dark', personId: nothing, role: 'payout_approver', municipalityId: tina.childId })
  expect(answer.status).toBe(302)
  const home = await town().as('guardian').get(`/family/${emils.childId}`)
  expect(home.status).toBe(200)
  const role = await town().rows.rows(
    z.object({ role: z.string() }),
    `SELECT g.role::text FROM role_grant g WHERE g.person_id = $1 AND g.role <> 'guardian'`,
    [personActor('agnese', 'guardian').personId],
  )
  expect(role).toEqual([])
})
