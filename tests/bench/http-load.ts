import type { OutgoingHttpHeaders } from 'node:http'
import { Agent, request } from 'node:http'
import type { Leg } from './pairs.ts'
import { medianOf, percentileOf } from './pairs.ts'

export type Sent = { path: string; method: 'GET' | 'POST'; headers: OutgoingHttpHeaders; body?: string }

/**
 * So many clients, each with a connection of its own that stays open, sending one request after another for a while.
 * `next` is asked with the client's number. An answer of another status than `expected` ends the run with an error.
 */
export async function runLoad({
  origin,
  clients,
  seconds,
  next,
  expected,
}: {
  origin: string
  clients: number
  seconds: number
  next: (client: number) => Sent
  expected: number
}): Promise<Leg> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const times_ms: number[] = []
  const began_ms = performance.now()
  const ends_ms = began_ms + seconds * 1_000
  const client = async (number: number) => {
    while (performance.now() < ends_ms) {
      const sent = next(number)
      const sentAt_ms = performance.now()
      const answer = await send(agent, origin, sent)
      if (answer.status !== expected)
        throw new Error(
          `${sent.method} ${sent.path} answered ${answer.status}, not ${expected}: ${wordsOf(answer.body)}`,
        )
      times_ms.push(performance.now() - sentAt_ms)
    }
  }
  try {
    await Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  } finally {
    agent.destroy()
  }
  const took_s = (performance.now() - began_ms) / 1_000
  return { perSecond: times_ms.length / took_s, median_ms: medianOf(times_ms), p99_ms: percentileOf(times_ms, 99) }
}

export type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: string }

/** One request, its whole answer. */
export function send(agent: Agent | undefined, origin: string, { path, method, headers, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
    const outgoing = request(`${origin}${path}`, { agent, method, headers: { ...headers, ...length } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** What a page says, for an error message. */
function wordsOf(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
  return main
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
}
