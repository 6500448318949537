import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { PolicyValues } from '#app/plan/rules/policy.ts'
import { moneyText } from '#app/plan/ui/plan-words.ts'
import { formatPercent } from '#app/platform/i18n/format.ts'

export type PolicyFact = { term: string; value: string; note: string }

/** Every value of a policy in plain words, with what it decides. */
export function policyFacts(policy: PolicyValues): PolicyFact[] {
  const percent = (value: number) => formatPercent(value, getLocale())
  const weights = { expert: percent(policy.expertTenths * 10), parent: percent((10 - policy.expertTenths) * 10) }
  return [
    {
      term: m.decision_policy_weights_term(),
      value: m.decision_policy_weights(weights),
      note: m.decision_policy_weights_why(),
    },
    {
      term: m.decision_policy_minimum(),
      value: minimumText(policy.minimumRule),
      note: m.decision_policy_minimum_why(),
    },
    { term: m.decision_policy_budget(), value: moneyText(policy.budget), note: m.decision_policy_budget_why() },
    {
      term: m.decision_policy_months(),
      value: m.decision_policy_months_value({ count: policy.periodMonths }),
      note: m.decision_policy_months_why(),
    },
    { term: m.decision_policy_unused(), value: unusedText(policy.unusedMoney), note: m.decision_policy_unused_why() },
    {
      term: m.decision_policy_lapse_days(),
      value: m.decision_policy_days({ count: policy.lapseAfterDays }),
      note: m.decision_policy_lapse_days_why(),
    },
    {
      term: m.decision_policy_four_eyes(),
      value: policy.fourEyes ? m.decision_policy_yes() : m.decision_policy_no(),
      note: m.decision_policy_four_eyes_why(),
    },
    {
      term: m.decision_policy_appeal_days(),
      value: m.decision_policy_days({ count: policy.appealDays }),
      note: m.decision_policy_appeal_days_why(),
    },
    {
      term: m.decision_policy_appeal_to_lv(),
      value: policy.appealToLv || '–',
      note: m.decision_policy_appeal_to_why(),
    },
    {
      term: m.decision_policy_appeal_to_en(),
      value: policy.appealToEn || '–',
      note: m.decision_policy_appeal_to_why(),
    },
    {
      term: m.decision_policy_cancel_hours(),
      value: m.decision_policy_hours({ count: policy.freeCancellationHours }),
      note: m.decision_policy_cancel_hours_why(),
    },
    {
      term: m.decision_policy_late_percent(),
      value: percent(policy.lateChargePercent),
      note: m.decision_policy_late_percent_why(),
    },
    {
      term: m.decision_policy_late_count(),
      value: m.decision_policy_times({ count: policy.lateChargesPerPeriod }),
      note: m.decision_policy_late_count_why(),
    },
    {
      term: m.decision_policy_silence(),
      value: m.decision_policy_days({ count: policy.silentAcceptanceDays }),
      note: m.decision_policy_silence_why(),
    },
    {
      term: m.decision_policy_payout_day(),
      value: `${policy.payoutDayOfMonth}.`,
      note: m.decision_policy_payout_day_why(),
    },
  ]
}

export function minimumText(rule: PolicyValues['minimumRule']): string {
  return rule === 'skip' ? m.decision_policy_minimum_skip() : m.decision_policy_minimum_stop()
}

export function unusedText(rule: PolicyValues['unusedMoney']): string {
  return rule === 'lapses' ? m.decision_policy_unused_lapses() : m.decision_policy_unused_stays()
}
