import type { MiddlewareFunction } from 'react-router'
import { paraglideMiddleware } from '#app/paraglide/server.js'

/** Makes the language of the request's cookie the language of every message rendered for it. */
export const resolveLocale: MiddlewareFunction<Response> = ({ request }, next) =>
  paraglideMiddleware(request, () => next())
