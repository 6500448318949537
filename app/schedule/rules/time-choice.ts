/** A start and a specialist in an address or a form: `2026-11-30T15:30:00Z_<id of the specialist>`. */
export type TimeChoice = { readonly startsAt: string; readonly specialistId: string }

export function writeTimeChoice({ startsAt, specialistId }: TimeChoice): string {
  return `${startsAt}_${specialistId}`
}

const shape =
  /^(20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/** Reads it back; null for anything that is not an instant of this century and an id. */
export function readTimeChoice(text: string | null): TimeChoice | null {
  const [, startsAt, specialistId] = shape.exec(text ?? '') ?? []
  if (startsAt === undefined || specialistId === undefined || !isInstant(startsAt)) return null
  return { startsAt, specialistId }
}

/** Browsers move 30 February into March; then the text that comes back is another. */
function isInstant(text: string): boolean {
  const at = new Date(text)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 16) === text.slice(0, 16)
}
