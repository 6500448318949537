import { randomBytes } from 'node:crypto'
import type { MiddlewareFunction } from 'react-router'
import { nonceContext } from '#app/platform/http/page-context.ts'
import { portalContext } from '#app/platform/http/portal-context.ts'

const year_s = 31_536_000

/** Headers that fit every answer, pages and files alike. */
export function plainSecurityHeaders({ isHttps }: { isHttps: boolean }): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    ...(isHttps ? { 'Strict-Transport-Security': `max-age=${year_s}; includeSubDomains` } : {}),
  }
}

/** Only our own files and the scripts that carry this answer's nonce run; nobody may frame a page or receive its forms. */
export const secureHeaders: MiddlewareFunction<Response> = async ({ context }, next) => {
  const { config } = context.get(portalContext)
  const isDevelopment = config.environment === 'development'
  const nonce = isDevelopment ? null : randomBytes(16).toString('base64')
  context.set(nonceContext, nonce)
  const response = await next()
  for (const [name, value] of Object.entries(
    plainSecurityHeaders({ isHttps: config.publicUrl.protocol === 'https:' }),
  )) {
    if (!response.headers.has(name)) response.headers.set(name, value)
  }
  response.headers.set('Content-Security-Policy', contentPolicy(nonce))
  return response
}

function contentPolicy(nonce: string | null): string {
  // Without a nonce (development) the bundler's hot reload injects scripts and styles and opens a socket.
  const own = nonce === null ? `'self' 'unsafe-inline'` : `'self' 'nonce-${nonce}'`
  return [
    `default-src 'self'`,
    `script-src ${own}`,
    `style-src ${own}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `connect-src 'self'${nonce === null ? ' ws:' : ''}`,
    `frame-ancestors 'none'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `object-src 'none'`,
  ].join('; ')
}
