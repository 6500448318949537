import { modes } from '#app/marketplace/rules/modes.ts'
import { setPriceCap } from '#app/marketplace/set-price-cap.server.ts'
import { cents } from '#app/platform/money.ts'
import { administratorOf } from './cast.ts'
import type { DemoService } from './catalogue.ts'
import { catalogue } from './catalogue.ts'
import type { DemoDates } from './demo-dates.ts'
import { riga } from './demo-dates.ts'
import { demoId } from './demo-id.ts'
import { municipalities } from './municipalities.ts'
import type { ReplayedPortal } from './replay.ts'
import { accepted } from './replay.ts'

/** What each municipality pays at most, service by service and mode by mode. */
export async function setPriceCaps(portal: ReplayedPortal, { longAgo }: DemoDates): Promise<void> {
  await Promise.all(
    municipalities.map(async ({ key }) => {
      const ctx = portal.as(administratorOf(key), riga(longAgo, '09:30'))
      for (const { code, caps } of catalogue satisfies readonly DemoService[]) {
        for (const [mode, cap] of capsOf(caps)) {
          const set = { serviceId: demoId(`service ${code}`), mode, cents: cents(cap), from: longAgo }
          accepted(await setPriceCap(ctx, set), `the price cap of ${code}`)
        }
      }
    }),
  )
}

function capsOf(caps: DemoService['caps']) {
  return modes.flatMap((mode) => {
    const cap = caps[mode]
    return cap === undefined ? [] : [[mode, cap] as const]
  })
}
