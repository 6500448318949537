import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { isValidIBAN } from 'ibantools'
import { expect, test } from 'vitest'
import { convert } from 'xmlbuilder2'
import { validateXML } from 'xmllint-wasm'
import { z } from 'zod'
import { cents } from '#app/platform/money.ts'
import { type CreditTransferFile, type CreditTransfer, writeCreditTransfers } from './pain001.ts'
import { endToEndIdOf, findPayoutId, messageIdOf, paymentBlockIdOf } from './payout-ids.ts'
import { isSepaText, toSepaText } from './sepa-text.ts'

const schemaFile = join(resolve(process.env.STANDARDS_DIR ?? '../shared/standards'), 'iso20022', 'pain.001.001.09.xsd')
const hasSchema = existsSync(schemaFile)
if (!hasSchema)
  process.stdout.write('pain.001.001.09.xsd is not at hand (STANDARDS_DIR): only the structure is checked.\n')

const runId = '01957a3c-5f10-7c3a-9e1b-2f6d8c4b7a10'
const ibans = ['LV70HABA0551016193780', 'LV97HABA0012345678910', 'EE382200221020145685', 'LT121000011101001000']

function payment(number: number, overrides: Partial<CreditTransfer> = {}): CreditTransfer {
  return {
    endToEndId: endToEndIdOf(`01957a3c-5f10-7c3a-9e1b-${String(number).padStart(12, '0')}`),
    amount: cents(5059_40),
    creditor: { name: 'SIA „Ķepainais draugs” & Žīgurs', iban: 'LV70 HABA 0551 0161 9378 0' },
    remittance: 'Sociālie pakalpojumi 2026. gada novembrī – 14 nodarbības',
    ...overrides,
  }
}

function file(overrides: Partial<CreditTransferFile> = {}): CreditTransferFile {
  return {
    messageId: messageIdOf(runId),
    paymentBlockId: paymentBlockIdOf(runId),
    createdAt: Temporal.Instant.from('2026-12-03T08:15:30.123Z'),
    debtor: { name: 'Lejasupes novada pašvaldība', iban: 'LV97HABA0012345678910', bic: 'HABALV22' },
    executionDate: Temporal.PlainDate.from('2026-12-04'),
    payments: [payment(1), payment(2, { amount: cents(5) }), payment(3, { amount: cents(110_00) })],
    ...overrides,
  }
}

function written(input: CreditTransferFile): string {
  const result = writeCreditTransfers(input)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal.problems))
  return result.value
}

async function expectValid(xml: string): Promise<void> {
  if (!hasSchema) return
  const outcome = await validateXML({
    xml: [{ fileName: 'payments.xml', contents: xml }],
    schema: [{ fileName: 'pain.001.001.09.xsd', contents: readFileSync(schemaFile, 'utf8') }],
  })
  expect(outcome.errors.map((error) => error.message)).toEqual([])
  expect(outcome.valid).toBe(true)
}

const oneOrMore = <Item extends z.ZodType>(item: Item) => z.union([item.transform((one) => [one]), z.array(item)])
const readShape = z.object({
  Document: z.object({
    '@xmlns': z.literal('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'),
    CstmrCdtTrfInitn: z.object({
      GrpHdr: z.strictObject({
        MsgId: z.string(),
        CreDtTm: z.string(),
        NbOfTxs: z.string(),
        CtrlSum: z.string(),
        InitgPty: z.strictObject({ Nm: z.string() }),
      }),
      PmtInf: z.strictObject({
        PmtInfId: z.string(),
        PmtMtd: z.literal('TRF'),
        BtchBookg: z.literal('false'),
        NbOfTxs: z.string(),
        CtrlSum: z.string(),
        PmtTpInf: z.strictObject({ SvcLvl: z.strictObject({ Cd: z.literal('SEPA') }) }),
        ReqdExctnDt: z.strictObject({ Dt: z.string() }),
        Dbtr: z.strictObject({ Nm: z.string() }),
        DbtrAcct: z.strictObject({ Id: z.strictObject({ IBAN: z.string() }) }),
        DbtrAgt: z.object({ FinInstnId: z.object({ BICFI: z.string().optional() }) }),
        ChrgBr: z.literal('SLEV'),
        CdtTrfTxInf: oneOrMore(
          z.strictObject({
            PmtId: z.strictObject({ EndToEndId: z.string().max(35) }),
            Amt: z.strictObject({ InstdAmt: z.strictObject({ '@Ccy': z.literal('EUR'), '#': z.string() }) }),
            Cdtr: z.strictObject({ Nm: z.string().min(1).max(70) }),
            CdtrAcct: z.strictObject({ Id: z.strictObject({ IBAN: z.string() }) }),
            RmtInf: z.strictObject({ Ustrd: z.string().min(1).max(140) }).optional(),
          }),
        ),
      }),
    }),
  }),
})

/** Reads the file back; the strict shapes also show that no postal address is in it. */
function read(xml: string) {
  return readShape.parse(convert(xml, { format: 'object' })).Document.CstmrCdtTrfInitn
}

test('a run of three payments is valid against the published schema', async () => {
  const xml = written(file())

  await expectValid(xml)
  expect(read(xml).GrpHdr).toEqual({
    MsgId: messageIdOf(runId),
    CreDtTm: '2026-12-03T08:15:30Z',
    NbOfTxs: '3',
    CtrlSum: '5169.45',
    InitgPty: { Nm: 'Lejasupes novada pasvaldiba' },
  })
  expect(read(xml).PmtInf).toMatchObject({ NbOfTxs: '3', CtrlSum: '5169.45', ReqdExctnDt: { Dt: '2026-12-04' } })
  expect(read(xml).PmtInf.CdtTrfTxInf[0]).toEqual({
    PmtId: { EndToEndId: payment(1).endToEndId },
    Amt: { InstdAmt: { '@Ccy': 'EUR', '#': '5059.40' } },
    Cdtr: { Nm: "SIA 'Kepainais draugs' + Zigurs" },
    CdtrAcct: { Id: { IBAN: 'LV70HABA0551016193780' } },
    RmtInf: { Ustrd: 'Socialie pakalpojumi 2026. gada novembri - 14 nodarbibas' },
  })
  expect(xml).not.toContain('PstlAdr')
})

test('one payment, and a debtor whose BIC is not known, are valid too', async () => {
  const one = file({ payments: [payment(1, { remittance: '' })], debtor: { ...file().debtor, bic: null } })

  await expectValid(written(one))
  expect(written(one)).toContain('<Id>NOTPROVIDED</Id>')
})

test('a schema check sees a broken file', async (context) => {
  if (!hasSchema) return context.skip('the schema is not at hand')

  await expect(expectValid(written(file()).replace('<ChrgBr>SLEV</ChrgBr>', '<ChrgBr>MINE</ChrgBr>'))).rejects.toThrow()
})

const payments = fc
  .array(
    fc.record({
      amount: fc.integer({ min: 1, max: 99_999_999_999 }).map(cents),
      name: fc.string({ unit: 'binary', maxLength: 120 }).map((rest) => `A${rest}`),
      iban: fc.constantFrom(...ibans),
      remittance: fc.string({ unit: 'binary', maxLength: 200 }),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((list) =>
    list.map(({ amount, name, iban, remittance }, index) =>
      payment(index, { amount, creditor: { name, iban }, remittance }),
    ),
  )

test('whatever names people have, the file is valid, adds up and keeps to the SEPA characters', async () => {
  await fc.assert(
    fc.asyncProperty(payments, async (list) => {
      const xml = written(file({ payments: list }))
      const { GrpHdr, PmtInf } = read(xml)
      const transfers = PmtInf.CdtTrfTxInf

      const sum = transfers.reduce((total, transfer) => total + BigInt(transfer.Amt.InstdAmt['#'].replace('.', '')), 0n)
      expect(GrpHdr.CtrlSum.replace('.', '')).toBe(String(sum).padStart(3, '0'))
      expect(GrpHdr.NbOfTxs).toBe(String(list.length))
      expect(new Set(transfers.map((transfer) => transfer.PmtId.EndToEndId)).size).toBe(list.length)
      expect(transfers.every((transfer) => isValidIBAN(transfer.CdtrAcct.Id.IBAN))).toBe(true)
      expect(transfers.every((transfer) => isSepaText(transfer.Cdtr.Nm + (transfer.RmtInf?.Ustrd ?? '')))).toBe(true)
      expect(written(file({ payments: list }))).toBe(xml)
      await expectValid(xml)
    }),
    { numRuns: 15 },
  )
}, 60_000)

test('everything that must be put right is named at once', () => {
  const broken = file({
    messageId: 'a//b',
    paymentBlockId: 'x'.repeat(36),
    debtor: { name: '???', iban: 'LV00HABA0551016193780', bic: 'HABA' },
    payments: [
      payment(1, { amount: cents(0) }),
      payment(1, { creditor: { name: '', iban: 'not an account' } }),
      payment(3, { endToEndId: 'ķ', amount: cents(100_000_000_000) }),
    ],
  })

  expect(writeCreditTransfers(broken)).toEqual({
    ok: false,
    refusal: {
      kind: 'file-not-payable',
      problems: [
        ...['message-id', 'payment-block-id', 'debtor-name', 'debtor-iban', 'debtor-bic'].map((what) => ({
          endToEndId: null,
          what,
        })),
        { endToEndId: payment(1).endToEndId, what: 'amount' },
        ...['repeated-end-to-end-id', 'creditor-name', 'creditor-iban'].map((what) => ({
          endToEndId: payment(1).endToEndId,
          what,
        })),
        { endToEndId: 'ķ', what: 'end-to-end-id' },
        { endToEndId: 'ķ', what: 'amount' },
      ],
    },
  })
  expect(writeCreditTransfers(file({ payments: [] }))).toMatchObject({
    refusal: { problems: [{ what: 'no-payments' }] },
  })
})

test('Latvian letters become plain ones, and long texts are cut', () => {
  expect(toSepaText('āčēģīķļņšūž ĀČĒĢĪĶĻŅŠŪŽ', 140)).toBe('acegiklnsuz ACEGIKLNSUZ')
  expect(toSepaText('  Anna\n Bērziņa — Łódź, Straße №5; "x"  ', 70)).toBe("Anna Berzina - Lodz, Strasse Nr.5, 'x'")
  expect(toSepaText('Ж', 70)).toBe('.')
  expect(toSepaText('a'.repeat(69) + ' bc', 70)).toBe('a'.repeat(69))
})

test('payment references fit, differ, and lead back to their payout', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (one, other) => {
      const ids = [endToEndIdOf(one), messageIdOf(one), paymentBlockIdOf(one)]

      expect(ids.every((id) => id.length <= 35 && isSepaText(id))).toBe(true)
      expect(endToEndIdOf(one)).toBe(endToEndIdOf(one.toUpperCase()))
      expect(endToEndIdOf(one) === endToEndIdOf(other)).toBe(one === other)
      expect(findPayoutId(endToEndIdOf(one))).toBe(one)
    }),
  )
  expect(findPayoutId('NOTPROVIDED')).toBeNull()
  expect(findPayoutId(`P-${'Z'.repeat(26)}`)).toBeNull()
  expect(() => endToEndIdOf('42')).toThrow(RangeError)
})
