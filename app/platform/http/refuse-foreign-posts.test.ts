import { expect, test } from 'vitest'
import { isForeign } from '#app/platform/http/refuse-foreign-posts.server.ts'

const publicUrl = new URL('https://atspaids.example')
const post = (headers: Record<string, string>, method = 'POST') =>
  new Request('http://10.0.0.7:3000/role', { method, headers: { host: '10.0.0.7:3000', ...headers } })

test.each([
  ['the browser says it is ours', { 'sec-fetch-site': 'same-origin' }],
  ['a person sent it, no page', { 'sec-fetch-site': 'none' }],
  ['the origin is the public address', { origin: 'https://atspaids.example' }],
  ['the origin is the host asked for', { origin: 'http://10.0.0.7:3000' }],
])('a post is ours when %s', (_, headers) => {
  expect(isForeign(post(headers), publicUrl)).toBe(false)
})

test.each([
  ['the browser says cross-site, whatever the origin', { 'sec-fetch-site': 'cross-site', origin: publicUrl.origin }],
  ['another subdomain sends it', { 'sec-fetch-site': 'same-site' }],
  ['the origin is another', { origin: 'https://evil.example' }],
  ['the origin is hidden', { origin: 'null' }],
  ['nothing is said', {}],
])('a post is foreign when %s', (_, headers) => {
  expect(isForeign(post(headers), publicUrl)).toBe(true)
  expect(isForeign(post(headers, 'DELETE'), publicUrl)).toBe(true)
})

test('reading changes nothing, so it may come from anywhere', () => {
  expect(
    isForeign(new Request('https://atspaids.example/', { headers: { 'sec-fetch-site': 'cross-site' } }), publicUrl),
  ).toBe(false)
})
