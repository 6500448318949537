import { electronicFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools'
import { create } from 'xmlbuilder2'
import { addCents, type Cents, currency } from '#app/platform/money.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { isSepaText, toSepaText } from './sepa-text.ts'

export type CreditTransfer = {
  readonly endToEndId: string
  readonly amount: Cents
  readonly creditor: { readonly name: string; readonly iban: string }
  /** What the payee reads on the statement: never a child's name. */
  readonly remittance: string
}

export type CreditTransferFile = {
  readonly messageId: string
  readonly paymentBlockId: string
  readonly createdAt: Temporal.Instant
  /** The municipality's account; without a BIC the bank is named as not provided. */
  readonly debtor: { readonly name: string; readonly iban: string; readonly bic: string | null }
  readonly executionDate: Temporal.PlainDate
  readonly payments: readonly CreditTransfer[]
}

/** One thing that must be put right first. `endToEndId` is null where the file itself is at fault. */
export type FileProblem = {
  readonly endToEndId: string | null
  readonly what:
    | 'no-payments'
    | 'message-id'
    | 'payment-block-id'
    | 'debtor-name'
    | 'debtor-iban'
    | 'debtor-bic'
    | 'end-to-end-id'
    | 'repeated-end-to-end-id'
    | 'amount'
    | 'creditor-name'
    | 'creditor-iban'
}

export type FileRefusal = { readonly kind: 'file-not-payable'; readonly problems: readonly FileProblem[] }

const namespace = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'
const [idLength, nameLength, remittanceLength] = [35, 70, 140]
/** The most one SEPA credit transfer can carry: 999 999 999,99 EUR. */
const largestAmount = 99_999_999_999

/**
 * Writes the payment file of a run: ISO 20022 pain.001.001.09, one block, service level SEPA, charges shared, each
 * payment booked on its own so that a statement shows it by its end-to-end id. No postal addresses, since
 * unstructured ones are no longer allowed. Names and remittance texts are put into the SEPA character set and cut to
 * length; ids are never altered. The same input gives the same bytes. Source: facts.md d5.
 *
 * Refuses with every problem found: missing or repeated ids, IBANs or a BIC that do not hold, amounts that are not
 * between a cent and 999 999 999,99 EUR, names without a letter or digit.
 */
export function writeCreditTransfers(file: CreditTransferFile): Result<string, FileRefusal> {
  const problems = [...problemsOfFile(file), ...problemsOfPayments(file.payments)]
  if (problems.length > 0) return refuse({ kind: 'file-not-payable', problems })
  return accept(`${create({ version: '1.0', encoding: 'UTF-8' }, documentOf(file)).end({ prettyPrint: true })}\n`)
}

function documentOf(file: CreditTransferFile) {
  const totals = {
    NbOfTxs: String(file.payments.length),
    CtrlSum: inEuro(addCents(...file.payments.map((payment) => payment.amount))),
  }
  const debtorName = toSepaText(file.debtor.name, nameLength)
  return {
    Document: {
      '@xmlns': namespace,
      CstmrCdtTrfInitn: {
        GrpHdr: {
          MsgId: file.messageId,
          CreDtTm: file.createdAt.toString({ smallestUnit: 'second' }),
          ...totals,
          InitgPty: { Nm: debtorName },
        },
        PmtInf: {
          PmtInfId: file.paymentBlockId,
          PmtMtd: 'TRF',
          BtchBookg: 'false',
          ...totals,
          PmtTpInf: { SvcLvl: { Cd: 'SEPA' } },
          ReqdExctnDt: { Dt: file.executionDate.toString() },
          Dbtr: { Nm: debtorName },
          DbtrAcct: { Id: { IBAN: electronicFormatIBAN(file.debtor.iban) } },
          DbtrAgt: {
            FinInstnId: file.debtor.bic === null ? { Othr: { Id: 'NOTPROVIDED' } } : { BICFI: file.debtor.bic },
          },
          ChrgBr: 'SLEV',
          CdtTrfTxInf: file.payments.map(transferOf),
        },
      },
    },
  }
}

function transferOf(payment: CreditTransfer) {
  const remittance = toSepaText(payment.remittance, remittanceLength)
  return {
    PmtId: { EndToEndId: payment.endToEndId },
    Amt: { InstdAmt: { '@Ccy': currency, '#': inEuro(payment.amount) } },
    Cdtr: { Nm: toSepaText(payment.creditor.name, nameLength) },
    CdtrAcct: { Id: { IBAN: electronicFormatIBAN(payment.creditor.iban) } },
    ...(remittance === '' ? {} : { RmtInf: { Ustrd: remittance } }),
  }
}

function inEuro(amount: Cents): string {
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
}

function problemsOfFile({ messageId, paymentBlockId, debtor, payments }: CreditTransferFile): FileProblem[] {
  const findings = [
    { what: 'no-payments', isWrong: payments.length === 0 },
    { what: 'message-id', isWrong: !isReference(messageId) },
    { what: 'payment-block-id', isWrong: !isReference(paymentBlockId) },
    { what: 'debtor-name', isWrong: !hasName(debtor.name) },
    { what: 'debtor-iban', isWrong: !isIban(debtor.iban) },
    { what: 'debtor-bic', isWrong: debtor.bic !== null && !isValidBIC(debtor.bic) },
  ] as const
  return findings.filter(({ isWrong }) => isWrong).map(({ what }) => ({ endToEndId: null, what }))
}

function problemsOfPayments(payments: readonly CreditTransfer[]): FileProblem[] {
  const seen = new Set<string>()
  return payments.flatMap(({ endToEndId, amount, creditor }) => {
    const findings = [
      { what: 'end-to-end-id', isWrong: !isReference(endToEndId) },
      { what: 'repeated-end-to-end-id', isWrong: seen.has(endToEndId) },
      { what: 'amount', isWrong: amount < 1 || amount > largestAmount },
      { what: 'creditor-name', isWrong: !hasName(creditor.name) },
      { what: 'creditor-iban', isWrong: !isIban(creditor.iban) },
    ] as const
    seen.add(endToEndId)
    return findings.filter(({ isWrong }) => isWrong).map(({ what }) => ({ endToEndId, what }))
  })
}

/** An id as SEPA wants it: 1 to 35 characters of the set, no slash at either end, no two in a row. */
function isReference(id: string): boolean {
  const hasStraySlash = id.startsWith('/') || id.endsWith('/') || id.includes('//')
  return id.trim() === id && id.length >= 1 && id.length <= idLength && isSepaText(id) && !hasStraySlash
}

function hasName(name: string): boolean {
  return /[A-Za-z0-9]/.test(toSepaText(name, nameLength))
}

function isIban(iban: string): boolean {
  return isValidIBAN(electronicFormatIBAN(iban) ?? '')
}
