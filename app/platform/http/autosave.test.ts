import { RouterContextProvider } from 'react-router'
import { expect, test } from 'vitest'
import type { AutosaveAnswer } from '#app/platform/http/autosave.server.ts'
import { answerAutosave, answerAutosaves, readAutosave, readText } from '#app/platform/http/autosave.server.ts'

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('a form says that it was sent by itself, and which version its writer saw', () => {
  expect(readAutosave(formOf({ intent: 'autosave', version: '12' }))).toEqual({ isAutosave: true, version: 12 })
  expect(readAutosave(formOf({ intent: 'save', version: '0' }))).toEqual({ isAutosave: false, version: 0 })
  for (const version of ['', '-1', '1.5', 'x', '9999999999']) {
    expect(readAutosave(formOf({ version })).version).toBeNull()
  }
  expect(readAutosave(formOf({})).version).toBeNull()
})

test('texts keep the line ends that the database keeps', () => {
  expect(readText(formOf({ need: 'a\r\nb' }), 'need')).toBe('a\nb')
  expect(readText(formOf({}), 'need')).toBe('')
})

async function through(answer: AutosaveAnswer | null, headers: Record<string, string>) {
  const context = new RouterContextProvider()
  const url = new URL('https://atspaids.example/page.data')
  const request = new Request(url, { method: 'POST', headers })
  const page = new Response('page')
  const response = await answerAutosaves({ request, url, context, pattern: '/page', params: {} }, () => {
    if (answer !== null) answerAutosave(context, answer)
    return Promise.resolve(page)
  })
  return response === page ? null : response
}

test.each([
  ['saved', { saved: { version: 2, savedAt: '2026-11-25T12:00:00Z' } }, 200],
  ['met by another text', { conflict: { version: 2, by: null, at: '2026-11-25T12:00:00Z', values: {} } }, 409],
  ['not taken', { errors: [{ field: 'need', text: 'Too long.' }] }, 400],
  ['no longer possible', { refused: 'Completed.' }, 409],
])('the script of a form that is %s gets the short answer', async (_, answer, status) => {
  const response = await through(answer, { 'x-autosave': '1' })
  expect(response?.status).toBe(status)
  expect(await response?.json()).toEqual(answer)
})

test('everybody else gets the page', async () => {
  expect(await through({ refused: 'x' }, {})).toBeNull()
  expect(await through(null, { 'x-autosave': '1' })).toBeNull()
})
