import { atHome } from './at-home.ts'
import { dailyLife } from './daily-life.ts'
import type { DemoOffering, DemoProvider, DemoSpecialist } from './demo-provider.ts'
import { rehabilitation } from './rehabilitation.ts'
import { therapies } from './therapies.ts'

export const providers: readonly DemoProvider[] = [...rehabilitation, ...atHome, ...dailyLife, ...therapies]

export function findOffering(key: string): { offering: DemoOffering; provider: DemoProvider } {
  for (const provider of providers) {
    const offering = provider.offerings.find((one) => one.key === key)
    if (offering !== undefined) return { offering, provider }
  }
  throw new Error(`The demo has no offering "${key}"`)
}

export function findSpecialist(key: string): { specialist: DemoSpecialist; provider: DemoProvider } {
  for (const provider of providers) {
    const specialist = provider.specialists.find((one) => one.key === key)
    if (specialist !== undefined) return { specialist, provider }
  }
  throw new Error(`The demo has no specialist "${key}"`)
}
