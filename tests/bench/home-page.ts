import { fork } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { startPortal } from '../support/portal-process.ts'
import type { Sent } from './http-load.ts'
import { runLoad, send } from './http-load.ts'
import type { Leg } from './pairs.ts'
import { idOf, tokenOf } from './world-ids.ts'

const clients = 32
const families = 1_000
const warmUp_s = 4

/** The home pages of a thousand families, asked for by 32 connections at once, as in the portal of a busy evening. */
export async function openHomePages(
  databaseUrl: string,
  seconds: number,
  encoding: 'identity' | 'gzip, br' = 'identity',
): Promise<Leg> {
  const portal = await startPortal(databaseUrl)
  try {
    let n = 0
    const next = () => homePage(n++ % families, encoding)
    const load = { origin: portal.address, clients, next, expected: 200 }
    await runLoad({ ...load, seconds: warmUp_s })
    return await runLoad({ ...load, seconds })
  } finally {
    await portal.stop()
  }
}

/** One home page as it is served, for the bare server to render. */
export async function readHomePage(databaseUrl: string): Promise<string> {
  const portal = await startPortal(databaseUrl)
  try {
    const { status, body } = await send(undefined, portal.address, homePage(0, 'identity'))
    if (status !== 200) throw new Error(`The home page answered ${status}`)
    return body
  } finally {
    await portal.stop()
  }
}

/** The same page by `renderToPipeableStream` and nothing else. */
export async function renderBare(html: string, seconds: number): Promise<Leg> {
  const folder = await mkdtemp(join(tmpdir(), 'atspaids-bench-'))
  const file = join(folder, 'page.html')
  await writeFile(file, html)
  const server = fork(join(import.meta.dirname, 'bare-server.ts'), [file], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  try {
    const origin = await new Promise<string>((resolve, reject) => {
      server.once('message', (message) => resolve(z.object({ address: z.string() }).parse(message).address))
      server.once('exit', () => reject(new Error('The bare server did not start')))
    })
    const next = (): Sent => ({ method: 'GET', path: '/', headers: {} })
    const { body } = await send(undefined, origin, next())
    if (Math.abs(body.length - html.length) > html.length / 20)
      throw new Error(`The bare server renders ${body.length} signs instead of ${html.length}: not the same page`)
    const load = { origin, clients, next, expected: 200 }
    await runLoad({ ...load, seconds: warmUp_s })
    return await runLoad({ ...load, seconds })
  } finally {
    server.disconnect()
    await rm(folder, { recursive: true, force: true })
  }
}

function homePage(k: number, encoding: string): Sent {
  return {
    method: 'GET',
    path: `/family/${idOf('child', k)}`,
    headers: { Cookie: `session=${tokenOf('guardian', k)}`, 'Accept-Encoding': encoding },
  }
}
