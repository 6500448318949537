import type { Reason } from '#app/intake/rules/reasons.ts'
import { columnText } from '#app/intake/ui/intake-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateRange, formatMoney, formatNumber } from '#app/platform/i18n/format.ts'
import { cents } from '#app/platform/money.ts'

type Words = (fill: { column: string; first: string; second: string }) => string

/** Why a row is not taken, or what to look at, as a sentence. */
export function reasonText({ code, column, values = [] }: Reason): string {
  const [first = '', second = ''] = values
  return texts[code]({ column: column === null ? '' : columnText(column), first, second })
}

const limit = (value: string) => formatNumber(Number(value), getLocale(), value.includes('.') ? 2 : 0)
const money = (amount: string) => formatMoney(cents(Number(amount)), getLocale())

const texts: Record<Reason['code'], Words> = {
  missing: ({ column }) => m.intake_reason_missing({ column }),
  'too-long': ({ column, first }) => m.intake_reason_too_long({ column, limit: first }),
  formula: ({ column }) => m.intake_reason_formula({ column }),
  'not-text': ({ column }) => m.intake_reason_not_text({ column }),
  'not-a-day': ({ column }) => m.intake_reason_not_a_day({ column }),
  'not-a-number': ({ column }) => m.intake_reason_not_a_number({ column }),
  'out-of-range': ({ column, first, second }) =>
    m.intake_reason_out_of_range({ column, least: limit(first), most: limit(second) }),
  'not-an-email': ({ column }) => m.intake_reason_not_an_email({ column }),
  'not-a-code': ({ column }) => m.intake_reason_not_a_code({ column }),
  'unknown-kind': ({ column }) => m.intake_reason_unknown_kind({ column }),
  'unknown-mode': ({ column }) => m.intake_reason_unknown_mode({ column }),
  'unknown-service': () => m.intake_reason_unknown_service(),
  'no-price': () => m.intake_reason_no_price(),
  'unknown-worker': () => m.intake_reason_unknown_worker(),
  'born-later': () => m.intake_reason_born_later(),
  'period-backwards': () => m.intake_reason_period_backwards(),
  'period-too-long': ({ first }) => m.intake_reason_period_too_long({ months: first }),
  'period-over': () => m.intake_reason_period_over(),
  'minimum-above': ({ first }) => m.intake_reason_minimum_above({ units: first }),
  'half-a-place': ({ column }) => m.intake_reason_half_a_place({ column }),
  'without-service': ({ column }) => m.intake_reason_without_service({ column }),
  'service-twice': ({ first }) => m.intake_reason_service_twice({ row: first }),
  'budget-differs': ({ first }) => m.intake_reason_budget_differs({ row: first }),
  'code-differs': () => m.intake_reason_code_differs(),
  'group-too-large': ({ first }) => m.intake_reason_group_too_large({ rows: first }),
  'others-refused': ({ first }) => m.intake_reason_others_refused({ row: first }),
  'code-of-another': () => m.intake_reason_code_of_another(),
  'two-children': () => m.intake_reason_two_children(),
  'period-overlaps': ({ first, second }) =>
    m.intake_reason_period_overlaps({ range: formatDateRange(first, second, getLocale()) }),
  'period-open': () => m.intake_reason_period_open(),
  'plan-differs': () => m.intake_reason_plan_differs(),
  'fund-short': ({ first, second }) => m.intake_reason_fund_short({ fund: money(first), asked: money(second) }),
  'not-possible': () => m.intake_reason_not_possible(),
  'check-digit': () => m.intake_reason_check_digit(),
  'no-email': () => m.intake_reason_no_email(),
  'no-worker': () => m.intake_reason_no_worker(),
  'place-unknown': ({ column }) => m.intake_reason_place_unknown({ column }),
}
