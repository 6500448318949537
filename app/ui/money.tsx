import { getLocale } from '#app/paraglide/runtime.js'
import { formatMoney, formatMoneyChange } from '#app/platform/i18n/format.ts'
import type { Cents } from '#app/platform/money.ts'

/** A sum that never breaks across lines; `change` shows the sign of a difference. */
export function Money({ cents, change = false, className }: { cents: Cents; change?: boolean; className?: string }) {
  const text = change ? formatMoneyChange(cents, getLocale()) : formatMoney(cents, getLocale())
  return <span className={className === undefined ? 'num' : `num ${className}`}>{text}</span>
}
