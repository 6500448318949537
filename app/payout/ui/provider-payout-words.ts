import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { Tone } from '#app/ui/badge.tsx'
import type { IconName } from '#app/ui/icon.tsx'
import type { ProviderPayout } from '../screen-types.ts'

export function payoutStateWords(state: ProviderPayout['state']): { tone: Tone; icon: IconName; text: string } {
  switch (state) {
    case 'prepared':
      return { tone: 'neutral', icon: 'clock', text: m.payout_mine_state_prepared() }
    case 'in_transit':
      return { tone: 'accent', icon: 'bank', text: m.payout_mine_state_in_transit() }
    case 'paid':
      return { tone: 'ok', icon: 'check', text: m.payout_mine_state_paid() }
    case 'failed':
      return { tone: 'stop', icon: 'alert', text: m.payout_mine_state_failed() }
  }
}

export function municipalityName(row: { municipalityLv: string; municipalityEn: string }): string {
  return getLocale() === 'lv' ? row.municipalityLv : row.municipalityEn
}
