import { createContext } from 'react-router'
import type { Locale } from '#app/paraglide/runtime.js'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** A receipt shown once, on the page that a finished action leads to. Texts are in the reader's language. */
export type Flash = {
  tone: 'ok' | 'attention' | 'stop'
  title: string
  detail?: string
  link?: { href: string; label: string }
}

/** What every page knows about its request. Middleware sets it, the root loader hands it to the browser. */
export type PageContext = {
  /** Shown on error pages, written to the log; null where no middleware ran. */
  requestId: string | null
  locale: Locale
  theme: Theme
  flash: Flash | null
  /** The data on this server is invented; pages say so. */
  demo: boolean
}

export const pageContext = createContext<PageContext>({
  requestId: null,
  locale: 'lv',
  theme: 'system',
  flash: null,
  demo: false,
})

/** The nonce of this answer's content security policy; null where no policy is sent. */
export const nonceContext = createContext<string | null>(null)
