import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { read } from '#app/platform/db/transact.server.ts'
import { dateOf, startOfDay } from '#app/platform/time.ts'
import type { StatedView } from './stated-view.server.ts'
import { toStatedView } from './stated-view.server.ts'
import type { ReviewFilter } from './rules/review-filter.ts'
import type { UnstatedSessions } from './unstated-store.server.ts'
import { listUnstated } from './unstated-store.server.ts'
import type { ReviewCounts } from './view-store.server.ts'
import { countStated, listProviders, listStated } from './view-store.server.ts'

export type ListDeliveriesInput = {
  show: ReviewFilter
  providerId: string | null
  month: Temporal.PlainYearMonth | null
  /** From 1. */
  page: number
}

export type DeliveriesToReview = {
  deliveries: StatedView[]
  /** Sessions of days before today that nobody has stated yet, by provider. */
  unstated: UnstatedSessions[]
  counts: ReviewCounts
  providers: { id: string; name: string }[]
  pageSize: number
  /** The present month and those before it, as "2026-11", to choose from. */
  months: string[]
}

const pageSize = 25
const monthsBack = 12

/**
 * Statements of a municipality beside their bookings, with what differs; objections first. Social workers see the
 * families assigned to them, finance and administration all. Four statements, whatever the number of children, and the
 * entry that says that a list with children's names was read.
 */
export async function listDeliveriesToReview(ctx: Context, input: ListDeliveriesInput): Promise<DeliveriesToReview> {
  const today = dateOf(ctx.clock.now())
  const thisMonth = today.toPlainYearMonth()
  return read(ctx, async (tx) => {
    const rows = await listStated(ctx, tx, { ...input, pageSize })
    const counts = await countStated(ctx, tx, input)
    const providers = await listProviders(ctx, tx)
    const unstated = await listUnstated(ctx, tx, startOfDay(today))
    if (ctx.actor.municipalityId !== null) {
      const subject = { kind: 'municipality', id: ctx.actor.municipalityId }
      await recordAudit(ctx, tx, { action: 'deliveries.list', subject })
    }
    return {
      deliveries: rows.map(toStatedView),
      unstated,
      counts,
      providers,
      pageSize,
      months: Array.from({ length: monthsBack + 1 }, (_, back) => thisMonth.subtract({ months: back }).toString()),
    }
  })
}
