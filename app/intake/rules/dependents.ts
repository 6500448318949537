/** What keeps an import from being undone: it was made after it and needs it. */
export const dependentKinds = [
  'booking',
  'plan',
  'period',
  'assessment',
  'extension',
  'request',
  'note',
  'evaluation',
  'signature',
] as const
export type Dependent = { readonly kind: (typeof dependentKinds)[number]; readonly count: number }
