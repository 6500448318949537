import type { MarkPoint } from '#app/progress/rules/note-view.ts'

export type PlacedMark = MarkPoint & { x: number; y: number }

/** How a chart of marks is laid out, in its own units; the level 0 lies in the middle of its height. */
export type ChartBox = { width: number; height: number; left: number; right: number; top: number; bottom: number }

/**
 * Places marks by their day across the box and by their level up and down. Marks of one day lie upon each other; a
 * single day lies in the middle.
 */
export function placeMarks(marks: readonly MarkPoint[], box: ChartBox): PlacedMark[] {
  const days = marks.map(({ on }) => dayNumber(on))
  const first = Math.min(...days)
  const span = Math.max(...days) - first
  return marks.map((mark) => {
    const share = span === 0 ? 0.5 : (dayNumber(mark.on) - first) / span
    return { ...mark, x: round(box.left + share * (box.width - box.left - box.right)), y: levelHeight(mark.mark, box) }
  })
}

export function levelHeight(level: number, box: ChartBox): number {
  return round(box.top + ((2 - level) / 4) * (box.height - box.top - box.bottom))
}

/** One mark a day and side: their mean, so that a line shows the way and not the spread. */
export function dailyMeans(marks: readonly MarkPoint[], by: MarkPoint['by']): MarkPoint[] {
  const byDay = new Map<string, number[]>()
  for (const mark of marks) {
    if (mark.by !== by) continue
    byDay.set(mark.on, [...(byDay.get(mark.on) ?? []), mark.mark])
  }
  return [...byDay].map(([on, values]) => ({
    on,
    by,
    mark: values.reduce((sum, value) => sum + value, 0) / values.length,
  }))
}

/** Days since the epoch of "2026-11-24"; no zone plays a part. */
function dayNumber(day: string): number {
  return Math.round(
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000,
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
