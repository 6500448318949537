import { z } from 'zod'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { PolicyValues, RangedField } from '#app/plan/rules/policy.ts'
import { minimumRules, policyRanges, unusedMoneys } from '#app/plan/rules/policy.ts'
import { readDay, readHundredths } from '#app/platform/http/form-values.ts'
import { formatDate } from '#app/platform/i18n/format.ts'
import { cents } from '#app/platform/money.ts'

const text = z.string().max(300).catch('')
const sentPolicy = z.object({
  validFrom: text,
  expertPercent: text,
  minimumRule: text,
  budget: text,
  periodMonths: text,
  unusedMoney: text,
  lapseAfterDays: text,
  fourEyes: text,
  appealDays: text,
  appealToLv: text,
  appealToEn: text,
  freeCancellationHours: text,
  lateChargePercent: text,
  lateChargesPerPeriod: text,
  silentAcceptanceDays: text,
  payoutDayOfMonth: text,
})
/** A policy as its form holds it. */
export type SentPolicy = z.infer<typeof sentPolicy>
export type PolicyFormError = { field: string; text: string }

/** The values in force as the form begins with them. */
export function policyFormValues(values: PolicyValues | null): SentPolicy {
  if (values === null) return sentPolicy.parse({})
  const { expertTenths, budget, fourEyes, minimumRule, unusedMoney, appealToLv, appealToEn, ...numbers } = values
  const texts = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]))
  return sentPolicy.parse({
    ...texts,
    expertPercent: String(expertTenths * 10),
    budget: budget % 100 === 0 ? String(budget / 100) : (budget / 100).toFixed(2).replace('.', ','),
    fourEyes: fourEyes ? 'yes' : 'no',
    minimumRule,
    unusedMoney,
    appealToLv,
    appealToEn,
  })
}

/** Reads the form: the day and the values, or what is wrong beside each field. */
export function readPolicyForm(
  form: FormData,
): { sent: SentPolicy } & (
  | { ok: true; validFrom: Temporal.PlainDate; values: PolicyValues }
  | { ok: false; errors: PolicyFormError[] }
) {
  const sent = sentPolicy.parse(Object.fromEntries(form))
  const errors: PolicyFormError[] = []
  const fail = (field: keyof SentPolicy, words: string) => {
    errors.push({ field, text: words })
    return null
  }
  const number = (field: RangedField): number => {
    const [least, most] = policyRanges[field]
    const value = wholeNumber(sent[field])
    if (value !== null && value >= least && value <= most) return value
    fail(field, m.decision_policy_error_range({ least, most }))
    return least
  }
  const choice = <Value extends string>(field: keyof SentPolicy, values: readonly Value[]): Value | null =>
    values.find((value) => value === sent[field]) ?? fail(field, m.decision_policy_error_choice())
  const named = (field: 'appealToLv' | 'appealToEn') =>
    sent[field].trim() === '' ? fail(field, m.decision_policy_error_appeal()) : sent[field].trim()

  const validFrom = readDay(sent.validFrom) ?? fail('validFrom', m.decision_policy_error_choice())
  const percent = wholeNumber(sent.expertPercent)
  const isWeight = percent !== null && percent <= 100 && percent % 10 === 0
  if (!isWeight) fail('expertPercent', m.decision_policy_error_percent())
  const minimumRule = choice('minimumRule', minimumRules)
  const budget = readHundredths(sent.budget)
  if (budget === null || budget === 0) fail('budget', m.decision_policy_error_budget())
  const periodMonths = number('periodMonths')
  const unusedMoney = choice('unusedMoney', unusedMoneys)
  const lapseAfterDays = number('lapseAfterDays')
  const fourEyes = choice('fourEyes', ['yes', 'no'])
  const appealDays = number('appealDays')
  const appealToLv = named('appealToLv')
  const appealToEn = named('appealToEn')
  const rest = {
    freeCancellationHours: number('freeCancellationHours'),
    lateChargePercent: number('lateChargePercent'),
    lateChargesPerPeriod: number('lateChargesPerPeriod'),
    silentAcceptanceDays: number('silentAcceptanceDays'),
    payoutDayOfMonth: number('payoutDayOfMonth'),
  }
  if (
    errors.length > 0 ||
    validFrom === null ||
    percent === null ||
    minimumRule === null ||
    budget === null ||
    unusedMoney === null ||
    appealToLv === null ||
    appealToEn === null
  ) {
    return { sent, ok: false, errors }
  }
  const values = {
    expertTenths: percent / 10,
    minimumRule,
    budget: cents(budget),
    periodMonths,
    unusedMoney,
    lapseAfterDays,
    fourEyes: fourEyes === 'yes',
    appealDays,
    appealToLv,
    appealToEn,
    ...rest,
  }
  return { sent, ok: true, validFrom, values }
}

export function notAheadText(earliest: string): string {
  return m.decision_policy_error_from({ date: formatDate(earliest, getLocale(), 'long') })
}

function wholeNumber(value: string): number | null {
  return /^\s*\d{1,6}\s*$/.test(value) ? Number(value) : null
}
