import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { writeDecision } from '#app/plan/write-decision.server.ts'
import { getFamilyDecision, getPlanFile } from '#app/plan/get-plan-file.server.ts'
import { decisionDocument } from '#app/plan/ui/decision-words.ts'
import { valueOf } from '#tests/support/given/assessed-family.ts'
import { decidedFamily, preparedPlan, rankedFamily } from '#tests/support/given/ranked-family.ts'
import { testApp } from '#tests/support/test-app.ts'

const app = await testApp({ now: '2026-11-24T10:00:00Z' })

/** The parts of a PDF that say what it is, with its compressed streams opened. */
function textOf(pdf: Buffer): string {
  const raw = pdf.toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return [raw, ...streams].join('\n')
}

test('the PDF of a decision is tagged, in Latvian, and its letters can be read back', async () => {
  const family = await decidedFamily(app)

  const file = valueOf(await writeDecision(app.as(family.worker), { planId: family.planId, language: 'lv' }))

  expect(file.name).toBe('lemums-2026-1.pdf')
  expect(file.pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const text = textOf(file.pdf)
  expect(text).toContain('/StructTreeRoot')
  expect(text).toContain('/MarkInfo')
  expect(text).toMatch(/\/Marked true/)
  expect(text).toMatch(/\/Lang \(lv-LV\)/)
  expect(text).toContain('pdfuaid:part')
  expect(text).toMatch(/\/DisplayDocTitle true/)
  for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD', 'L', 'LI', 'LBody']) expect(text).toContain(`/S /${tag}`)
  expect(text).toMatch(/\/Scope \/Column/)
  expect(text).toMatch(/\/Artifact/)
  // The map from glyphs back to letters knows those of Latvian.
  for (const letter of 'āēģīķļņšž') {
    const code = letter.codePointAt(0)?.toString(16).padStart(4, '0') ?? ''
    expect(text.toLowerCase()).toContain(code)
  }
})

test('guardians and staff of the family get the file, others nothing', async () => {
  const family = await decidedFamily(app)
  const other = await rankedFamily(app)
  const question = { planId: family.planId, language: 'en' as const }

  for (const actor of [family.guardian, family.worker, family.physician, family.administrator]) {
    expect(await writeDecision(app.as(actor), question)).toMatchObject({ ok: true })
  }
  for (const actor of [other.guardian, other.worker, other.administrator]) {
    expect(await writeDecision(app.as(actor), question)).toEqual({ ok: false, refusal: { kind: 'not-found' } })
  }
  expect(await writeDecision(app.as(family.worker), { ...question, planId: 'x' })).toMatchObject({ ok: false })
})

test('the document says what was decided, why, what not, how to appeal, and who signed', async () => {
  const family = await decidedFamily(app)
  const file = await getPlanFile(app.as(family.worker), { planId: family.planId })
  if (file === null) throw new Error('The plan is not there')

  const words = JSON.stringify(decisionDocument(file, 'lv')).replaceAll('\u00a0', ' ')

  expect(words).toContain('Lēmums Nr. 2026/1 par atbalsta plānu')
  expect(words).toContain('2026. gada 24. novembris')
  expect(words).toContain(file.head.childName)
  for (const { name } of [...file.content.ranked, ...file.content.covered]) expect(words).toContain(name.lv)
  expect(words).toContain('Kāpēc nav iekļauts')
  expect(words).toContain('Lai viņš pats var pateikt, ko grib.')
  expect(words).toContain('Maksā izglītības iestāde.')
  expect(words).toContain('30 dienu laikā')
  expect(words).toContain('Administratīvā procesa likums')
  for (const { name } of file.signatures) expect(words).toContain(name)
  expect(JSON.stringify(decisionDocument(file, 'en'))).toContain('Administrative Procedure Law')
  expect(words).not.toContain('mutiski')
  const told = { by: 'Ilze Ozola', at: '2026-11-20T10:00:00Z', note: 'pa tālruni, māte' }
  expect(JSON.stringify(decisionDocument({ ...file, told }, 'lv')).replaceAll('\u00a0', ' ')).toContain(
    'Secību, kā to mutiski pateica ģimene, 2026. gada 20. novembrī ierakstīja Ilze Ozola. Kad un kā pateikts: „pa tālruni, māte”.',
  )
})

test('staff see what is to be done; the guardian reads a sealed draft, not one given up; reading is written down', async () => {
  const family = await rankedFamily(app)
  const planId = await preparedPlan(app, family)
  const childId = family.child.id

  const asWorker = await getPlanFile(app.as(family.worker), { planId })
  expect(asWorker?.deeds).toMatchObject({ sign: 'social_worker', approve: 'unsigned', withdraw: true })
  expect(asWorker?.missing.map(({ kind }) => kind)).toEqual(['social_worker', 'physician', 'guardian'])
  const asPhysician = await getPlanFile(app.as(family.physician), { planId })
  expect(asPhysician?.deeds).toMatchObject({ sign: 'physician', approve: null, withdraw: false, record: [] })
  const asGuardian = await getFamilyDecision(app.as(family.guardian), { childId, planId })
  expect(asGuardian?.deeds).toMatchObject({ sign: null, acknowledge: true, approve: null, withdraw: false })
  expect(await app.owner.auditEvent.count({ where: { subject_id: planId, action: 'plan.read' } })).toBe(2)

  const elsewhere = crypto.randomUUID()
  expect(await getFamilyDecision(app.as(family.guardian), { childId: elsewhere, planId })).toBeNull()
  await app.owner.plan.update({ where: { id: planId }, data: { state: 'withdrawn', withdrawn_at: new Date() } })
  expect(await getFamilyDecision(app.as(family.guardian), { childId, planId })).toBeNull()
})
