import { expect, test } from 'vitest'
import { handleEvents } from '#app/messages/handle-events.server.ts'
import { emit } from '#app/platform/events.server.ts'
import { openLog } from '#app/platform/log.server.ts'
import { sendDueMails } from '#app/platform/mail/send-mails.server.ts'
import { toDate } from '#app/platform/time.ts'
import { testApp } from '#tests/support/test-app.ts'
import { givenSession, givenWorld } from '../delivery/given-session.ts'

const noon = Temporal.Instant.from('2026-11-24T12:00:00Z')
const app = await testApp({ now: noon })
const lines: string[] = []
const log = openLog({ logLevel: 'warn' }, { write: (line: string) => void lines.push(line) })
const around = { db: app.db, clock: app.clock, log, config: { publicUrl: new URL('https://atspaids.example') } }

async function givenBooked() {
  app.clock.set(noon)
  const world = await givenWorld(app)
  const booking = await givenSession(app, world, { startsAt: '2026-12-01T08:00:00Z' })
  const happened = (type: string, personId: string | null, subjectId = booking.id, at = noon) =>
    emit(app.db, { type, municipalityId: world.municipality.id, subjectId, personId, at })
  return { world, booking, happened }
}

const mailsOf = (personId: string) =>
  app.owner.mail.findMany({ where: { person_id: personId }, orderBy: { id: 'asc' } })

test('a booking is told to the family with a calendar file, and to the specialist without a name', async () => {
  const { world, booking, happened } = await givenBooked()
  await happened('booking.booked', world.guardian.personId)

  await handleEvents(around)

  const [mail] = await mailsOf(world.guardian.personId)
  expect(mail?.subject).toBe('Pieraksts: otrdien, 1.\u00a0decembrī, 10.00')
  expect(mail?.text_body).toContain(`https://atspaids.example/family/${world.child.id}/bookings/${booking.id}`)
  expect(mail?.text_body).toContain(world.service.name_lv)
  expect(mail?.html_body).toContain('<html lang="lv">')
  expect(mail?.calendar_file).toContain('DTSTART:20261201T080000Z')
  expect(mail?.calendar_file).toContain(`UID:${booking.id}`)
  const [toSpecialist] = await mailsOf(world.specialistActor.personId)
  expect(toSpecialist?.text_body).not.toContain(world.child.given_name)
  expect(toSpecialist?.text_body).toContain(`/provider/sessions/${booking.id}`)
})

test('mails are in the language of each reader', async () => {
  const { world, happened } = await givenBooked()
  await app.owner.person.update({ where: { id: world.guardian.personId }, data: { locale: 'en' } })
  await happened('booking.moved', world.guardian.personId)
  await handleEvents(around)
  expect((await mailsOf(world.guardian.personId))[0]?.subject).toMatch(/^Booking moved: /)
  expect((await mailsOf(world.specialistActor.personId))[0]?.subject).toMatch(/^Pieraksts pārcelts: /)
})

test('whoever has laid down the hat is told nothing more, though the care was not ended', async () => {
  const { world, happened } = await givenBooked()
  await app.owner.roleGrant.update({ where: { id: world.guardian.roleGrantId }, data: { revoked_at: toDate(noon) } })
  await happened('booking.booked', null)
  await handleEvents(around)
  expect(await mailsOf(world.guardian.personId)).toEqual([])
  expect(await mailsOf(world.specialistActor.personId)).toHaveLength(1)
})

test('each event is handled once, however many handle at a time and however often', async () => {
  const { world, happened } = await givenBooked()
  await happened('booking.booked', world.guardian.personId)
  const runs = await Promise.all(Array.from({ length: 6 }, () => handleEvents(around)))
  expect(runs.reduce((sum, { handled }) => sum + handled, 0)).toBe(1)
  expect(await handleEvents(around)).toEqual({ handled: 0 })
  expect(await mailsOf(world.guardian.personId)).toHaveLength(1)

  await app.owner.domainEvent.updateMany({
    where: { municipality_id: world.municipality.id },
    data: { handled_at: null },
  })
  await handleEvents(around)
  expect(await mailsOf(world.guardian.personId)).toHaveLength(1)
})

test('who cancelled a session as its specialist is not told so; the family is', async () => {
  const { world, booking, happened } = await givenBooked()
  await app.owner.booking.update({
    where: { id: booking.id },
    data: { state: 'cancelled', cancelled_at: toDate(noon), cancelled_by: 'provider' },
  })
  await happened('booking.cancelled', world.specialistActor.personId)
  await handleEvents(around)
  expect(await mailsOf(world.specialistActor.personId)).toEqual([])
  const [mail] = await mailsOf(world.guardian.personId)
  expect(mail?.text_body).toContain(`/family/${world.child.id}/book`)
  expect(mail?.calendar_file).toBeNull()
})

test('news of the day before yesterday is not mailed any more', async () => {
  const { world, booking, happened } = await givenBooked()
  await happened('booking.booked', world.guardian.personId, booking.id, noon.subtract({ hours: 48, minutes: 1 }))
  expect(await handleEvents(around)).toEqual({ handled: 1 })
  expect(await mailsOf(world.guardian.personId)).toEqual([])
})

test('what concerns nobody, or is not there in this municipality, is handled and mails nothing', async () => {
  const { world, happened } = await givenBooked()
  const other = await givenBooked()
  const before = await app.owner.mail.count()
  await happened('something.else', null)
  await happened('booking.booked', null, crypto.randomUUID())
  await happened('booking.booked', null, other.booking.id)
  expect(await handleEvents(around)).toEqual({ handled: 3 })
  expect(await app.owner.mail.count()).toBe(before)
  expect(await mailsOf(other.world.guardian.personId)).toEqual([])
  expect(await mailsOf(world.guardian.personId)).toEqual([])
})

test('a mail that the server refuses is tried again after a minute, then after two more, and given up at the tenth', async () => {
  await app.owner.mail.deleteMany()
  const { world, happened } = await givenBooked()
  await happened('booking.booked', world.guardian.personId)
  await handleEvents(around)
  await app.owner.mail.deleteMany({ where: { person_id: { not: world.guardian.personId } } })
  const tries: number[] = []
  const send = async () => {
    tries.push(Number(app.clock.now().since(noon).total('minutes')))
    throw new Error('550 no such person')
  }
  for (let minute = 0; minute <= 1_200; minute += 1) {
    app.clock.set(noon.add({ minutes: minute }))
    if (minute < 20 || minute % 64 === 0 || Number.isInteger(Math.log2(minute + 1))) {
      await sendDueMails({ db: app.db, clock: app.clock, log, send })
    }
  }
  expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255, 511])
  expect((await mailsOf(world.guardian.personId))[0]).toMatchObject({ state: 'failed', attempts: 10 })
})

test('a mail is sent once, or kept where there is no mail server', async () => {
  await app.owner.mail.deleteMany()
  const { world, happened } = await givenBooked()
  await happened('booking.booked', world.guardian.personId)
  await handleEvents(around)
  const sent: string[] = []
  const send = async ({ id }: { id: string }) => void sent.push(id)
  const worker = { db: app.db, clock: app.clock, log, send }
  await Promise.all([sendDueMails(worker), sendDueMails(worker)])
  await sendDueMails(worker)
  expect(sent).toHaveLength(2)
  expect(new Set(sent).size).toBe(2)
  expect((await mailsOf(world.guardian.personId))[0]).toMatchObject({ state: 'sent' })

  await happened('booking.moved', world.guardian.personId)
  await handleEvents(around)
  await sendDueMails({ ...worker, send: null })
  expect((await mailsOf(world.guardian.personId))[1]).toMatchObject({ state: 'kept', sent_at: null })
})
