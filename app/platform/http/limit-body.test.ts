import { readFileSync } from 'node:fs'
import { RouterContextProvider } from 'react-router'
import { expect, test, vi } from 'vitest'
import { limitBody, longestBody_bytes } from './limit-body.server.ts'
import { longestUpload_bytes } from './takes-files.ts'

const field = 'application/x-www-form-urlencoded'
const files = 'multipart/form-data; boundary=x'

/** The status of the refusal, or null when the body may be read. */
async function refusalOf(path: string, headers: Record<string, string>): Promise<number | null> {
  const request = new Request(`http://portal.example${path}`, { method: 'POST', headers })
  const next = vi.fn<() => Promise<Response>>(async () => new Response())
  const params = {}
  const url = new URL(request.url)
  const context = new RouterContextProvider()
  try {
    await limitBody({ request, url, context, params, pattern: path }, next)
    expect(next).toHaveBeenCalledOnce()
    return null
  } catch (refused) {
    expect(next).not.toHaveBeenCalled()
    if (typeof refused === 'object' && refused !== null && 'init' in refused) {
      const { init } = refused
      if (typeof init === 'object' && init !== null && 'status' in init) return Number(init.status)
    }
    throw refused
  }
}

test('only a form with files, and only where files are taken, may be long', async () => {
  const long = String(longestBody_bytes + 1)
  const imports = '/municipality/imports'

  expect(await refusalOf(imports, { 'Content-Type': files, 'Content-Length': long })).toBeNull()
  expect(await refusalOf(imports, { 'Content-Type': files, 'Content-Length': String(longestUpload_bytes + 1) })).toBe(
    413,
  )
  expect(await refusalOf(imports, { 'Content-Type': field, 'Content-Length': long })).toBe(413)
  expect(await refusalOf('/preferences', { 'Content-Type': files, 'Content-Length': long })).toBe(413)
  expect(await refusalOf('/preferences', { 'Content-Type': field, 'Content-Length': long })).toBe(413)
  expect(await refusalOf('/preferences', { 'Content-Type': field, 'Content-Length': '10' })).toBeNull()
})

test('the length is looked at before anything reads a body', () => {
  const root = readFileSync(new URL('../../root.tsx', import.meta.url), 'utf8')
  const order = /middleware: Route\.MiddlewareFunction\[\] = \[([^\]]+)\]/.exec(root)?.[1] ?? ''
  const names = order.split(',').map((name) => name.trim())
  expect(names).toContain('limitBody')
  expect(names.indexOf('limitBody')).toBeLessThan(names.indexOf('requireForm'))
})
