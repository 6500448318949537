import type { RouterContextProvider } from 'react-router'
import { createContext } from 'react-router'
import type { Actor } from '#app/people/actor.ts'
import type { Context, OpenContext } from '#app/people/context.server.ts'
import { contextOf } from '#app/people/context.server.ts'
import type { SignedIn } from '#app/people/session-store.server.ts'

/** Who is asking; null for a visitor. Set by the middleware of every request. */
export const signedInContext = createContext<SignedIn | null>(null)

/** What a request may lean on before anybody is known. */
export const openContext = createContext<OpenContext>()

/** The actor, or null for a visitor. */
export function findActor(context: Readonly<RouterContextProvider>): Actor | null {
  return context.get(signedInContext)?.actor ?? null
}

/** The context of the signed-in person. A page that asks for it and is open to visitors is a bug, hence throws. */
export function requireContext(context: Readonly<RouterContextProvider>): Context {
  return contextOf(requireSignedIn(context).actor, context.get(openContext))
}

/** The signed-in person with what the frame around the page shows of them. */
export function requireSignedIn(context: Readonly<RouterContextProvider>): SignedIn {
  const signedIn = context.get(signedInContext)
  if (signedIn === null) throw new Error('The access table lets visitors reach a page that needs a person.')
  return signedIn
}
