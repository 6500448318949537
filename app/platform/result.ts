/**
 * The outcome of a use case or rule. A refusal is an expected "no" that a person can act on;
 * a bug is thrown instead.
 */
export type Result<Value, Refusal> = { ok: true; value: Value } | { ok: false; refusal: Refusal }

export function accept<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

export function refuse<const Refusal extends { kind: string }>(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal }
}
