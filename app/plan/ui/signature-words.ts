import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/paraglide/runtime.js'
import type { MissingSignature, SignatureKind } from '#app/plan/rules/plan-signing.ts'
import type { SignatureView } from '#app/plan/rules/plan-file.ts'
import { formatDate } from '#app/platform/i18n/format.ts'

export function signerText(kind: SignatureKind, locale: Locale): string {
  switch (kind) {
    case 'social_worker':
      return m.decision_signer_social_worker({}, { locale })
    case 'physician':
      return m.decision_signer_physician({}, { locale })
    case 'guardian':
      return m.decision_signer_guardian({}, { locale })
  }
}

/** Who signed and when; for a guardian told outside the portal, how and by whom it is recorded. */
export function signatureText({ kind, name, how, recordedBy, signedAt }: SignatureView, locale: Locale): string {
  const say = { locale }
  const words = { signer: signerText(kind, locale), name, date: formatDate(signedAt, locale, 'long-on') }
  if (how === 'in_person') return m.decision_signed_in_person({ ...words, recordedBy }, say)
  if (how === 'letter') return m.decision_signed_letter({ ...words, recordedBy }, say)
  return kind === 'guardian' ? m.decision_acknowledged(words, say) : m.decision_signed(words, say)
}

export function missingText(missing: MissingSignature, locale: Locale): string {
  switch (missing.kind) {
    case 'social_worker':
      return m.decision_missing_social_worker({}, { locale })
    case 'physician':
      return m.decision_missing_physician({}, { locale })
    case 'guardian':
      return m.decision_missing_guardian({ name: missing.name }, { locale })
  }
}
