import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { postOnLine } from '#app/budget/post-transfer.server.ts'
import { cents } from '#app/platform/money.ts'
import { familyToRevise } from '#tests/support/given/revised-family.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })

test('an approval that waits for a booking counts what it took', async () => {
  const family = await familyToRevise(app)
  const { lineId, town, guardian } = family
  const planId = await family.signed([{ serviceId: family.serviceId(1), units: 0, reason: 'Vairs nevajag.' }])
  const taken = { municipalityId: town.id, kind: 'booking', id: crypto.randomUUID(), at: app.clock.now() } as const
  const cause = { ...taken, personId: guardian.personId, key: crypto.randomUUID() }

  let approving: ReturnType<typeof family.approve> | null = null
  await app.owner.$transaction(async (tx) => {
    await postOnLine(tx, { kind: 'reserve', budgetLineId: lineId, amount: cents(32_00), cause })
    approving = family.approve(planId)
    await wait(300)
  })

  expect(await approving).toEqual({
    ok: false,
    refusal: { kind: 'below-booked', serviceIds: [family.serviceId(1)] },
  })
})
