import { getLocale } from '#app/paraglide/runtime.js'

/** Sample words of the parts page. They are no part of the product, so they stay out of its catalogues. */
export function say(lv: string, en: string): string {
  return getLocale() === 'lv' ? lv : en
}

/** Invented people of the samples. */
export const people = {
  child: 'Emīls',
  parent: 'Agnese Sprogaine',
  physiotherapist: 'Ieva Ķirsnupe',
  therapist: 'Mārtiņš Lokgalis',
} as const
