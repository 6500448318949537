import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { formatMoney } from '#app/platform/i18n/format.ts'
import { signIn } from '#tests/support/visit-portal.ts'
import type { Answer, Visitor } from '#tests/support/visit-portal.ts'
import { personActor } from '../../../prisma/demo/cast.ts'
import { demoIds } from '../../../prisma/demo/people.ts'
import { findFreeTimes } from './find-free-times.ts'
import type { FreeTime } from './find-free-times.ts'
import { hats } from './hats.ts'
import { openTown } from './open-town.ts'

const { town } = openTown()
const emils = demoIds.child('emils')
const tenKilobytes = 'ā'.repeat(5_000)

/** What a page says, without its tags and with plain spaces. */
function textOf({ body }: Answer): string {
  const shown = body.replaceAll(/<script[\s\S]*?<\/script>/g, '').replaceAll(/<[^>]+>/g, '')
  return shown.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ')
}

async function expectState(state: Record<string, string>): Promise<void> {
  expect(await town().rows.state()).toEqual(state)
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ')
const key = () => crypto.randomUUID()

describe.each(['lv', 'en'] as const)('in %s', (locale) => {
  const inOwn = { locale } as const
  let parent: Visitor
  let times: FreeTime[]

  beforeAll(async () => {
    parent = await signIn(town().portal, { grantId: hats.guardian.grantId, locale })
    times = await findFreeTimes(parent, { childId: emils, most: 2 })
  })
  /** A time that was free when the tests began. */
  function free(): FreeTime {
    const time = times[0]
    if (time === undefined) throw new Error('The child has no free time to book')
    return time
  }
  function withTime({ path, time }: FreeTime, change: (startsAt: Temporal.Instant) => Temporal.Instant): string {
    const [startsAt = '', specialistId = ''] = time.split('_')
    const search = new URLSearchParams({ time: `${change(Temporal.Instant.from(startsAt))}_${specialistId}` })
    return `${path.split('?')[0]}?${search}`
  }
  const book = (path: string, price: number) => parent.post(path, { seenPrice: String(price), requestKey: key() })

  describe('refused, and nothing has changed', () => {
    let state: Record<string, string>
    beforeEach(async () => {
      state = await town().rows.state()
    })
    afterEach(() => expectState(state))

    test('a time that has passed', async () => {
      const path = withTime(free(), () => Temporal.Now.instant().round('hour').subtract({ hours: 3 }))
      const answer = await book(path, free().price)
      expect(answer.status).toBe(409)
      expect(textOf(answer)).toContain(m.schedule_refused_past({}, inOwn))
      expect(answer.body).toContain(`lang="${locale}"`)
    })

    test('a time beyond the period', async () => {
      const answer = await book(
        withTime(free(), (startsAt) => startsAt.add({ hours: 24 * 300 })),
        free().price,
      )
      expect(answer.status).toBe(409)
      const said = plain(m.schedule_refused_period({ date: '|' }, inOwn)).split('|')
      for (const part of said) expect(textOf(answer)).toContain(part)
    })

    test('a time outside the hours', async () => {
      const answer = await book(
        withTime(free(), (startsAt) => startsAt.add({ minutes: 7 })),
        free().price,
      )
      expect(answer.status).toBe(409)
      expect(textOf(answer)).toContain(m.schedule_refused_not_free({}, inOwn))
    })

    test('a price that has changed since the page was opened', async () => {
      const answer = await book(free().path, free().price - 100)
      expect(answer.status).toBe(409)
      const sums = { was: formatMoney(free().price - 100, locale), is: formatMoney(free().price, locale) }
      expect(textOf(answer)).toContain(plain(m.schedule_refused_price(sums, inOwn)))
      expect(answer.body).toContain(`name="seenPrice" value="${free().price}"`)
    })

    test('a line whose money is used up', async () => {
      const anita = await signIn(town().portal, { grantId: personActor('anita', 'guardian').roleGrantId, locale })
      const used = await town().rows.row(
        z.object({ path: z.string(), specialistId: z.uuid(), price: z.number() }),
        `SELECT '/family/' || b.child_id || '/book/' || b.budget_line_id || '/' || b.offering_id || '/check' AS path,
         b.specialist_id AS "specialistId", b.price_cents AS price
       FROM booking b JOIN account a ON a.budget_line_id = b.budget_line_id AND a.kind = 'available'
       WHERE b.child_id = $1 AND b.state = 'booked' AND a.balance_cents < b.price_cents AND b.starts_at > now()
       ORDER BY b.starts_at LIMIT 1`,
        [demoIds.child('rihards')],
      )
      const tomorrow = Temporal.Now.instant().round('hour').add({ hours: 30 })
      const search = new URLSearchParams({ time: `${tomorrow}_${used.specialistId}` })
      const answer = await anita.post(`${used.path}?${search}`, { seenPrice: String(used.price), requestKey: key() })
      expect([409]).toContain(answer.status)
      expect(answer.body).toContain('role="alert"')
    })

    test('sizes and times that are none', async () => {
      const { path, price } = free()
      const base = path.split('?')[0] ?? ''
      const specialistId = free().time.split('_')[1] ?? ''
      const claims = [
        'time=',
        'time=tomorrow',
        `time=2026-02-30T10:00:00Z_${specialistId}`,
        `time=2026-13-01T10:00:00Z_${specialistId}`,
        `time=9999-12-31T23:30:00Z_${specialistId}`,
        `time=+999999-01-01T10:00:00Z_${specialistId}`,
        `time=2026-12-01T10:00:00Z_${'-'.repeat(36)}`,
        `time=2026-12-01T10:00:00Z_${'x'.repeat(2_000)}`,
      ]
      for (const claim of claims) {
        const answer = await parent.post(`${base}?${claim}`, { seenPrice: String(price), requestKey: key() })
        expect([400, 404, 409, 422], claim.slice(0, 60)).toContain(answer.status)
        const opened = await parent.get(`${base}?${claim}`)
        expect([200, 302, 400, 404], claim.slice(0, 60)).toContain(opened.status)
      }
      const wrongForms: Record<string, string>[] = [
        { seenPrice: '-1', requestKey: key() },
        { seenPrice: 'free', requestKey: key() },
        { seenPrice: '99999999999999999999', requestKey: key() },
        { seenPrice: String(price), requestKey: '1' },
        { seenPrice: String(price), requestKey: tenKilobytes },
        {},
      ]
      for (const fields of wrongForms) {
        const answer = await parent.post(path, fields)
        expect(answer.status, JSON.stringify(fields).slice(0, 60)).toBe(400)
        expect(textOf(answer)).toContain(m.ui_error_400_title({}, inOwn))
      }
    })

    test('days in addresses that no calendar has', async () => {
      const base = free().path.replace(/\/check.*/, '')
      for (const from of ['2026-02-30', '0000-00-00', '9999-12-31', '-1', tenKilobytes.slice(0, 1_000)]) {
        const answer = await parent.get(`${base}?${new URLSearchParams({ from })}`)
        expect(answer.status, from.slice(0, 20)).toBe(200)
      }
      const finance = await signIn(town().portal, { grantId: hats.finance_officer.grantId, locale })
      for (const [from, to] of [
        ['9999-12-31', '9999-12-31'],
        ['0001-01-01', '2026-12-31'],
        ['2026-02-30', '2026-03-01'],
      ]) {
        const search = new URLSearchParams({ from: from ?? '', to: to ?? '' })
        expect((await finance.get(`/municipality/payouts?${search}`)).status, from).toBe(200)
      }
      const manager = await signIn(town().portal, { grantId: hats.provider_manager.grantId, locale })
      expect((await manager.get('/provider?date=9999-12-31')).status).toBe(200)
      for (const page of ['0', '-1', '99999', '1e9', 'x']) {
        const answer = await parent.get(`/family/${emils}/bookings?show=past&page=${page}`)
        expect(answer.status, page).toBe(200)
      }
    })

    test('words that are too long', async () => {
      const { kristine, emils: own } = town().things
      const delivery = await town().rows.row(
        z.object({ id: z.uuid() }),
        `SELECT id FROM delivery WHERE child_id = $1 AND state = 'awaiting' ORDER BY id LIMIT 1`,
        [own.childId],
      )
      const objecting = await parent.post(`/family/${own.childId}/deliveries/${delivery.id}`, {
        object: '1',
        objection: 'other',
        words: tenKilobytes,
      })
      expect(objecting.status).toBe(400)
      expect(objecting.body, 'what was typed is kept').toContain(tenKilobytes.slice(0, 2_000))
      const finance = await signIn(town().portal, { grantId: hats.payout_approver.grantId, locale })
      const returning = await finance.post(`/municipality/payouts/${town().things.runs.lejasupe.runId}`, {
        intent: 'return',
        reason: tenKilobytes,
      })
      expect([400, 409]).toContain(returning.status)
      const manager = await signIn(town().portal, { grantId: hats.provider_manager.grantId, locale })
      const coming = await town().rows.row(
        z.object({ id: z.uuid() }),
        `SELECT id FROM booking WHERE provider_id = $1 AND state = 'booked' AND starts_at > now() ORDER BY id LIMIT 1`,
        [kristine.providerId],
      )
      const cancelling = await manager.post(`/provider/sessions/${coming.id}/cancel`, {
        reason: 'other',
        words: tenKilobytes,
        revision: '0',
      })
      expect(cancelling.status).toBe(400)
      expect(cancelling.body, 'what was typed is kept').toContain(tenKilobytes)
      expect((await parent.post('/sign-in', { email: tenKilobytes })).status).toBe(400)
      expect((await parent.post('/preferences', { theme: tenKilobytes })).status).toBe(400)
      expect((await parent.post('/preferences', { theme: 'x'.repeat(300_000) })).status).toBe(413)
    })

    test('a character that nobody types and no database keeps', async () => {
      const staff = await signIn(town().portal, { grantId: hats.social_worker.grantId, locale })
      expect((await staff.post('/municipality/families', { q: 'a\0b' })).status).toBe(400)
      expect((await staff.get('/municipality/families?page=%00')).status).toBe(400)
    })

    test('hours of a week that are none', async () => {
      const manager = await signIn(town().portal, { grantId: hats.provider_manager.grantId, locale })
      const path = `/provider/availability/${town().things.kristine.specialistId}`
      const week: Record<string, string> = {
        week: '1',
        weekday: '1',
        from: '09:00',
        to: '12:00',
        site: '',
        validFrom: '2100-01-01',
      }
      const wrongs: Record<string, string>[] = [
        { validFrom: '2026-02-30' },
        { from: '25:00' },
        { from: '12:00', to: '09:00' },
        { to: '' },
        { site: 'nowhere' },
        { validFrom: '2000-01-01' },
        { validTo: '9999-12-31' },
      ]
      for (const wrong of wrongs) {
        const answer = await manager.post(path, { ...week, ...wrong })
        expect([400, 422], JSON.stringify(wrong)).toContain(answer.status)
        expect(answer.body, JSON.stringify(wrong)).toContain('role="alert"')
        expect(answer.body, 'what was typed is kept').toContain(`value="${{ ...week, ...wrong }.from}"`)
      }
    })

    test('a sum of a decision that is none', async () => {
      const objected = await town().rows.row(
        z.object({ id: z.uuid(), amount: z.number() }),
        `SELECT id, amount_cents AS amount FROM delivery WHERE state = 'objected' ORDER BY id LIMIT 1`,
      )
      const worker = await signIn(town().portal, { grantId: hats.municipality_administrator.grantId, locale })
      for (const amount of ['0', '-1', '', '1,234', 'NaN', '1e3', '99999999', tenKilobytes.slice(0, 30)]) {
        const fields = { decision: 'lower', amount, reason: 'Pamatojums šeit' }
        const answer = await worker.post(`/municipality/deliveries/${objected.id}`, fields)
        expect([400, 422], amount).toContain(answer.status)
        expect(answer.body, amount).toContain('Pamatojums šeit')
      }
    })
  })

  test('the same form twice at once books once, and the way back is told so', async () => {
    const time = times.at(locale === 'lv' ? -1 : -3) ?? free()
    const fields = { seenPrice: String(time.price), requestKey: key(), surprise: 'x', childId: demoIds.child('elza') }
    const answers = await Promise.all([1, 2, 3].map(() => parent.post(time.path, fields)))
    expect(answers.map(({ status }) => status)).toEqual([302, 302, 302])
    expect(new Set(answers.map(({ location }) => location)).size).toBe(1)
    const booked = await town().rows.rows(
      z.object({ childId: z.uuid() }),
      `SELECT child_id AS "childId" FROM booking WHERE request_key = $1`,
      [fields.requestKey],
    )
    expect(booked).toEqual([{ childId: emils }])

    const after = await town().rows.state()
    const back = await parent.get(time.path)
    expect(back.status).toBe(200)
    expect(textOf(back)).toContain(m.schedule_booked_already({}, inOwn))
    expect(back.body).not.toContain('name="seenPrice"')
    const again = await book(time.path, time.price)
    expect(again.status).toBe(409)
    expect(await town().rows.state()).toEqual(after)
  })
})
