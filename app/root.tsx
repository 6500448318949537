import latinExtended from '@fontsource-variable/figtree/files/figtree-latin-ext-wght-normal.woff2?url'
import latin from '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  isRouteErrorResponse,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { guardAccess } from '#app/people/guard-access.server.ts'
import { identify } from '#app/people/identify.server.ts'
import { takePageContext } from '#app/platform/http/flash.server.ts'
import { answerAutosaves } from '#app/platform/http/autosave.server.ts'
import { limitBody } from '#app/platform/http/limit-body.server.ts'
import { markRequest } from '#app/platform/http/mark-request.server.ts'
import { pageOfDenial } from '#app/platform/http/page-of-denial.ts'
import { refuseForeignPosts } from '#app/platform/http/refuse-foreign-posts.server.ts'
import { requireForm } from '#app/platform/http/require-form.server.ts'
import { resolveLocale } from '#app/platform/http/resolve-locale.server.ts'
import { secureHeaders } from '#app/platform/http/secure-headers.server.ts'
import { ErrorPage, errorStatusOf, errorTitle } from '#app/ui/error-page.tsx'
import styles from '#app/ui/app.css?url'
import type { Route } from './+types/root.ts'

/** What every request passes, outermost first. The first two also hold for the pages of those that are refused. */
export const middleware: Route.MiddlewareFunction[] = [
  resolveLocale,
  markRequest,
  secureHeaders,
  refuseForeignPosts,
  limitBody,
  requireForm,
  identify,
  guardAccess,
  answerAutosaves,
]

export const links: Route.LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: Route.MetaFunction = ({ error }) => [
  { title: error === undefined ? m.ui_brand() : m.ui_page_title({ title: errorTitle(statusOf(error)) }) },
]

/** What every page knows about its request: reference, language, appearance, receipt, demonstration. */
export function loader({ context }: Route.LoaderArgs) {
  return takePageContext(context)
}

const fonts = [latin, latinExtended]

export function Layout({ children }: { children: ReactNode }) {
  const error = useRouteError()
  const page = useRouteLoaderData<typeof loader>('root') ?? pageOfDenial(error)
  // Asked for here, each font is preloaded once a document, also when an error page takes the place of another.
  for (const font of fonts) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  const theme = page?.theme ?? 'system'
  return (
    <html lang={getLocale()} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const page = useRouteLoaderData<typeof loader>('root') ?? pageOfDenial(error)
  const { pathname, search } = useLocation()
  const status = statusOf(error)
  const stack = import.meta.env.DEV && error instanceof Error ? error.stack : undefined
  return (
    <ErrorPage
      status={status}
      reference={page?.requestId ?? null}
      retryHref={`${pathname}${search}`}
      {...(stack === undefined ? {} : { detail: stack })}
    />
  )
}

function statusOf(error: unknown) {
  return errorStatusOf(isRouteErrorResponse(error) ? error.status : 500)
}
