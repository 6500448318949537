import type { FamilyStep } from '#app/assessment/rules/family-steps.ts'
import type { DoneBy, GuardianAct } from '#app/assessment/rules/family-view.ts'
import type { Profession } from '#app/assessment/rules/team.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { dayInput, formatDate, formatNearDate, formatTime } from '#app/platform/i18n/format.ts'

/** "šodien, 14.02": when somebody did something. */
export function whenText(at: string, now: number): string {
  const locale = getLocale()
  return `${formatNearDate(at, now, locale, 'date')}, ${formatTime(at, locale)}`
}

/** "Rakstījāt jūs, šodien, 14.02" or "Rakstīja Anna, ...". */
export function writtenText({ name, isMe, at }: DoneBy, now: number): string {
  return m.ranking_wish_written({ who: isMe ? 'me' : 'other', name, when: whenText(at, now) })
}

export function stepTitle(step: FamilyStep): string {
  switch (step) {
    case 'wishes':
      return m.ranking_step_wishes()
    case 'experts':
      return m.ranking_step_experts()
    case 'reading':
      return m.ranking_step_reading()
    case 'order':
      return m.ranking_step_order()
    case 'decision':
      return m.ranking_step_decision()
  }
}

/** What a guardian did, as in "rakstīja vēlmes"; said to the reader in their own person. */
export function actText(act: GuardianAct, isMe: boolean): string {
  const who = { who: isMe ? 'me' : 'other' }
  switch (act) {
    case 'wish':
      return m.ranking_act_wish(who)
    case 'wishes-done':
      return m.ranking_act_wishes_done(who)
    case 'understood':
      return m.ranking_act_understood(who)
    case 'asked':
      return m.ranking_act_asked(who)
    case 'ordered':
      return m.ranking_act_ordered(who)
    case 'handed-in':
      return m.ranking_act_handed_in(who)
  }
}

export function professionText(profession: Profession): string {
  switch (profession) {
    case 'rehabilitation_physician':
      return m.ranking_profession_physician()
    case 'physiotherapist':
      return m.ranking_profession_physiotherapist()
    case 'ergotherapist':
      return m.ranking_profession_ergotherapist()
    case 'psychologist':
      return m.ranking_profession_psychologist()
    case 'audiologist_speech_therapist':
      return m.ranking_profession_speech()
    case 'other':
      return m.ranking_profession_other()
  }
}

/** Until when, kindly: a day that has passed is no wall. */
export function dueText(due: string | null, now: number): string | null {
  if (due === null) return null
  const locale = getLocale()
  return dayInput(now) > due
    ? m.ranking_due_past({ date: formatDate(due, locale, 'date') })
    : m.ranking_due({ date: formatDate(due, locale, 'day-until') })
}
