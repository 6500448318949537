import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { isbot } from 'isbot'
import type { RenderToPipeableStreamOptions } from 'react-dom/server'
import { renderToPipeableStream } from 'react-dom/server'
import type { EntryContext, HandleErrorFunction, RouterContextProvider } from 'react-router'
import { ServerRouter } from 'react-router'
import { nonceContext } from '#app/platform/http/page-context.ts'
import { reportError } from '#app/platform/http/report-error.server.ts'

/** A page that has not finished streaming after this long is cut off, so that a hanging read frees its request. */
export const streamTimeout = 5_000

const graceForRejections_ms = 1_000

/** Every bug comes by here once, wherever it was thrown; a request that its sender gave up is none. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) reportError(error, context)
}

export default function handleRequest(
  request: Request,
  responseStatusCode: number,
  responseHeaders: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> | Response {
  if (request.method.toUpperCase() === 'HEAD') {
    return new Response(null, { status: responseStatusCode, headers: responseHeaders })
  }

  const nonce = loadContext.get(nonceContext) ?? undefined
  const userAgent = request.headers.get('user-agent')
  const waitsForAll = (userAgent !== null && isbot(userAgent)) || routerContext.isSpaMode

  return new Promise((resolve, reject) => {
    let statusCode = responseStatusCode
    let isShellSent = false

    const answer = () => {
      isShellSent = true
      const body = new PassThrough({
        final(callback) {
          clearTimeout(timer)
          callback()
        },
      })
      responseHeaders.set('Content-Type', 'text/html; charset=utf-8')
      pipe(body)
      resolve(new Response(createReadableStreamFromReadable(body), { headers: responseHeaders, status: statusCode }))
    }

    const options: RenderToPipeableStreamOptions = {
      [waitsForAll ? 'onAllReady' : 'onShellReady']: answer,
      onShellError: reject,
      onError(error: unknown) {
        statusCode = 500
        // An error inside the shell rejects and is reported by the caller; only later ones would pass unseen.
        if (isShellSent) reportError(error, loadContext)
      },
    }
    if (nonce !== undefined) options.nonce = nonce

    const { pipe, abort } = renderToPipeableStream(
      <ServerRouter context={routerContext} url={request.url} nonce={nonce} />,
      options,
    )
    const timer = setTimeout(() => abort(), streamTimeout + graceForRejections_ms)
  })
}
