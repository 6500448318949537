import type { Visitor } from '#tests/support/visit-portal.ts'

/** A free time as the pages offer it: where its form is sent, and the price that the form carries. */
export type FreeTime = { path: string; price: number; time: string }

const lineLink = /href="(\/family\/[\w-]+\/book\/[\w-]{36})"/g
const offeringLink = /href="(\/family\/[\w-]+\/book\/[\w-]{36}\/[\w-]{36})"/g
const radio = /value="(\d{4}-\d{2}-\d{2}T[\d:.]+Z_[\w-]{36})"/g

/** Reads free times off the pages of every service of a child, one offering a service, as somebody who books would. */
export async function findFreeTimes(
  visitor: Visitor,
  { childId, most = 5 }: { childId: string; most?: number },
): Promise<FreeTime[]> {
  const found: FreeTime[] = []
  const lines = linksIn((await visitor.get(`/family/${childId}/book`)).body, lineLink)
  for (const line of lines) {
    const [offering] = linksIn((await visitor.get(line)).body, offeringLink)
    if (offering === undefined) continue
    const later = new URLSearchParams({ from: Temporal.Now.plainDateISO('Europe/Riga').add({ days: 4 }).toString() })
    const times = linksIn((await visitor.get(`${offering}?${later}`)).body, radio)
    for (const time of times.slice(0, most)) {
      const path = `${offering}/check?${new URLSearchParams({ time })}`
      const price = /name="seenPrice" value="(\d+)"/.exec((await visitor.get(path)).body)?.[1]
      if (price !== undefined) found.push({ path, price: Number(price), time })
    }
  }
  return found
}

function linksIn(body: string, pattern: RegExp): string[] {
  return [...new Set([...body.matchAll(pattern)].flatMap(([, link]) => link ?? []))]
}
