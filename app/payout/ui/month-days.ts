/** First and last day of a month, "2026-11" to "2026-11-01" and "2026-11-30": a calendar month has no zone. */
export function monthDays(month: string): { firstDay: string; lastDay: string } {
  const [year = 0, number = 0] = month.split('-').map(Number)
  // Day 0 of the next month is the last of this one.
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return { firstDay: `${month}-01`, lastDay: `${month}-${String(last).padStart(2, '0')}` }
}
