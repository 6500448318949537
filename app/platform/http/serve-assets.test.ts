import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import express from 'express'
import { afterAll, expect, test } from 'vitest'
import { serveAssets } from '#app/platform/http/serve-assets.server.ts'

const folder = await mkdtemp(join(tmpdir(), 'atspaids-assets-'))
await writeFile(join(folder, 'a.js'), 'export {}')
await writeFile(join(folder, 'a.js.br'), brotliCompressSync('export {}'))
await writeFile(join(folder, 'b.js'), 'export {}')
const app = express().use(
  '/assets',
  serveAssets(folder, (response) => response.set('X-Secure', 'yes')),
)
const server = createServer(app)
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', resolve)
})
const address = server.address()
const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

test.each([
  ['a browser that takes Brotli gets the twin', 'a.js', 'gzip, br', 'br'],
  ['another gets the file itself', 'a.js', 'identity', null],
  ['a file without a twin comes as it is', 'b.js', 'gzip, br', null],
])('%s', async (_, name, accepted, encoding) => {
  const answer = await fetch(`${origin}/assets/${name}`, { headers: { 'Accept-Encoding': accepted } })

  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Encoding')).toBe(encoding)
  expect(answer.headers.get('Content-Type')).toMatch(/^text\/javascript/)
  expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.get('Vary')).toBe('Accept-Encoding')
  expect(answer.headers.get('X-Secure')).toBe('yes')
  expect(await answer.text()).toBe('export {}')
})
