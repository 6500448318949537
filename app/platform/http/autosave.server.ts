import type { MiddlewareFunction, RouterContextProvider } from 'react-router'
import { createContext, data } from 'react-router'

/** What a route answers a form that saves itself while somebody types. */
export type AutosaveAnswer =
  | { saved: { version: number; savedAt: string } }
  /** Somebody else changed the text: who, when, and what each field says now. */
  | { conflict: { version: number; by: string | null; at: string; values: Readonly<Record<string, string>> } }
  | { errors: readonly { field: string; text: string }[] }
  /** It cannot be saved at all any more, in a sentence. */
  | { refused: string }

type Answered = { body: AutosaveAnswer; status: number }

const autosaveContext = createContext<Answered | null>(null)

/** Says that a form saves itself; its answer is read by a script, not shown as a page. */
export const autosaveHeader = 'x-autosave'

/**
 * What a sent form says of itself: whether it was sent by itself, and which version its writer had before their eyes
 * (null when it says none, which no page of ours does).
 */
export function readAutosave(form: FormData): { isAutosave: boolean; version: number | null } {
  const version = form.get('version')
  const isCount = typeof version === 'string' && /^\d{1,9}$/.test(version)
  return { isAutosave: form.get('intent') === 'autosave', version: isCount ? Number(version) : null }
}

/** A text as it was typed, with the line ends that the database keeps; empty when the form has no such field. */
export function readText(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''
}

/** The answer of an action to a form that was sent by itself. */
export function answerAutosave(context: Readonly<RouterContextProvider>, body: AutosaveAnswer) {
  const status = 'saved' in body ? 200 : 'errors' in body ? 400 : 409
  context.set(autosaveContext, { body, status })
  return data(body, { status })
}

/** Hands the answer of the action over as plain JSON: the form that asked needs neither page nor other data. */
export const answerAutosaves: MiddlewareFunction<Response> = async ({ request, context }, next) => {
  const response = await next()
  const answered = context.get(autosaveContext)
  if (answered === null || !request.headers.has(autosaveHeader)) return response
  return Response.json(answered.body, { status: answered.status, headers: { 'Cache-Control': 'no-store' } })
}
