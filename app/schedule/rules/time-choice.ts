/** A start and a specialist in an address or a form: `2026-11-30T15:30:00Z_<id of the specialist>`. */
export type TimeChoice = { readonly startsAt: string; readonly specialistId: string }

export function writeTimeChoice({ startsAt, specialistId }: TimeChoice): string {
  return `${startsAt}_${specialistId}`
}

const shape = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?Z)_([0-9a-f-]{36})$/i

/** Reads it back; null for anything that is not an instant and an id. */
export function readTimeChoice(text: string | null): TimeChoice | null {
  const [, startsAt, specialistId] = shape.exec(text ?? '') ?? []
  if (startsAt === undefined || specialistId === undefined || Number.isNaN(Date.parse(startsAt))) return null
  return { startsAt, specialistId }
}
