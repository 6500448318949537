import { z } from 'zod'
import { cents } from '#app/platform/money.ts'
import { hundredths } from '#app/platform/quantity.ts'
import { instantOf } from '#app/platform/time.ts'

/** How columns come out of hand-written SQL, as the types the product thinks in. */
export const centsColumn = z.union([z.number(), z.bigint()]).transform((value) => cents(Number(value)))
export const hundredthsColumn = z.number().transform((value) => hundredths(value))
export const countColumn = z.union([z.number(), z.bigint()]).transform(Number)
export const instantColumn = z.date().transform(instantOf)
/** A `date`: the driver hands over midnight UTC. */
export const dateColumn = z.date().transform((value) => Temporal.PlainDate.from(value.toISOString().slice(0, 10)))
/** Inside JSON that SQL builds, instants and dates are texts. */
export const instantText = z.string().transform((value) => Temporal.Instant.from(value))
export const dateText = z.string().transform((value) => Temporal.PlainDate.from(value))
/** For screens, which format in the browser: instants and dates as ISO texts. */
export const isoInstantColumn = z.date().transform((value) => value.toISOString())
export const isoDateColumn = z.date().transform((value) => value.toISOString().slice(0, 10))
