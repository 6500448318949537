import type { RevisionLineView } from '#app/plan/rules/revision-view.ts'

/** The fields of one line in the form of a draft, by its service. */
export function unitsField(serviceId: string): string {
  return `units.${serviceId}`
}

export function reasonField(serviceId: string): string {
  return `why.${serviceId}`
}

/** What each field of a draft says, by name. */
export function revisionValues({
  reason,
  lines,
}: {
  reason: string
  lines: readonly Pick<RevisionLineView, 'serviceId' | 'units' | 'reason'>[]
}): Record<string, string> {
  return Object.fromEntries([
    ['reason', reason],
    ...lines.flatMap((line) => [
      [unitsField(line.serviceId), String(line.units)],
      [reasonField(line.serviceId), line.reason],
    ]),
  ])
}

/** Whole units as they are typed; NaN for anything else, which every rule refuses. */
export function readUnits(text: string): number {
  const digits = text.replaceAll(/[\s\u00a0]/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN
}
