import { extname } from 'node:path'
import { existsSync, readdirSync } from 'node:fs'
import type { RequestHandler, Response } from 'express'
import express from 'express'

const twin = '.br'

/**
 * The built files, whose names carry the hash of their content, hence never change. Browsers that take it get the
 * compressed twin that the build laid beside a file; without twins the server compresses on the fly, a seventh larger.
 */
export function serveAssets(folder: string, secure: (response: Response) => void): RequestHandler[] {
  const names = existsSync(folder) ? readdirSync(folder) : []
  const twins = new Set(names.filter((name) => name.endsWith(twin)).map((name) => `/${name}`))
  return [
    (request, _, next) => {
      const compressed = `${request.path}${twin}`
      if (twins.has(compressed) && request.acceptsEncodings('br') === 'br') request.url = compressed
      next()
    },
    express.static(folder, {
      immutable: true,
      maxAge: '1y',
      fallthrough: false,
      setHeaders(response, path) {
        secure(response)
        if (extname(path) === twin) response.type(extname(path.slice(0, -twin.length))).set('Content-Encoding', 'br')
        response.vary('Accept-Encoding')
      },
    }),
  ]
}
