export const signatureKinds = ['social_worker', 'physician', 'guardian'] as const
export type SignatureKind = (typeof signatureKinds)[number]

export const signedHows = ['portal', 'in_person', 'letter'] as const
export type SignedHow = (typeof signedHows)[number]

type Signed = { readonly kind: SignatureKind; readonly personId: string }
export type GuardianToTell = { readonly personId: string; readonly name: string }

export type MissingSignature =
  | { readonly kind: 'social_worker' }
  | { readonly kind: 'physician' }
  | { readonly kind: 'guardian'; readonly personId: string; readonly name: string }

/**
 * What a plan still lacks before it can be approved: the social worker's signature, the leading physician's, and that
 * every guardian who takes part has acknowledged it (in the portal, or in person or by letter as recorded).
 */
export function missingSignatures({
  signatures,
  guardians,
}: {
  signatures: readonly Signed[]
  guardians: readonly GuardianToTell[]
}): MissingSignature[] {
  const has = (kind: SignatureKind) => signatures.some((signature) => signature.kind === kind)
  return [
    ...(has('social_worker') ? [] : [{ kind: 'social_worker' as const }]),
    ...(has('physician') ? [] : [{ kind: 'physician' as const }]),
    ...guardians
      .filter(({ personId }) => !signatures.some((one) => one.kind === 'guardian' && one.personId === personId))
      .map((guardian) => ({ kind: 'guardian' as const, ...guardian })),
  ]
}

/** Whoever signed as one profession does not sign as the other. */
export function signedProfessionally(signatures: readonly Signed[], personId: string): boolean {
  return signatures.some((signature) => signature.kind !== 'guardian' && signature.personId === personId)
}

/**
 * Four eyes: whoever signed a plan is not the one who approves it. That holds for a guardian who wears a hat of the
 * municipality, too: nobody decides on money for their own child.
 */
export function hasSigned(signatures: readonly Signed[], personId: string): boolean {
  return signatures.some((signature) => signature.personId === personId)
}
