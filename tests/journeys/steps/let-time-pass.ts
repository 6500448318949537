import { z } from 'zod'
import { openRows } from '#tests/support/portal-rows.ts'
import type { Portal } from '#tests/support/portal-process.ts'

/**
 * Puts a booked session into the night of a day that has just passed, where nobody has another, so that it is over
 * now. The one thing of a journey that no page can do. Answers the day.
 */
export async function letSessionPass(portal: Portal, bookingId: string): Promise<string> {
  const rows = await openRows(portal)
  try {
    const moved = await rows.row(
      z.object({ day: z.string() }),
      `WITH free AS (
         SELECT ((now() AT TIME ZONE 'Europe/Riga')::date - d + time '04:00') AT TIME ZONE 'Europe/Riga' AS at
         FROM booking b, generate_series(1, 25) AS d
         WHERE b.id = $1 AND NOT EXISTS (SELECT FROM booking o WHERE o.child_id = b.child_id AND o.id <> b.id
           AND (o.starts_at AT TIME ZONE 'Europe/Riga')::date = (now() AT TIME ZONE 'Europe/Riga')::date - d)
         ORDER BY d LIMIT 1)
       UPDATE booking b SET starts_at = free.at, ends_at = free.at + (ends_at - starts_at),
         blocked_from = free.at - (starts_at - blocked_from),
         blocked_until = free.at + (blocked_until - starts_at)
       FROM free WHERE b.id = $1 RETURNING (free.at AT TIME ZONE 'Europe/Riga')::date::text AS day`,
      [bookingId],
    )
    return moved.day
  } finally {
    await rows.close()
  }
}
