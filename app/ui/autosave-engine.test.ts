import { expect, test } from 'vitest'
import type { AutosaveOutcome } from '#app/ui/autosave-answer.ts'
import type { AutosaveState, FormTexts } from '#app/ui/autosave-engine.ts'
import { createAutosaveEngine } from '#app/ui/autosave-engine.ts'

const at = '2026-11-25T12:02:00Z'

/** A form on a page, a clock that is turned by hand, and a server whose answers are laid out in advance. */
function page({ texts, answers }: { texts: FormTexts; answers: AutosaveOutcome[] }) {
  let fields: Record<string, string> = { ...texts }
  let waiting: { milliseconds: number; work: () => void } | null = null
  const sent: { texts: FormTexts; version: number }[] = []
  const states: AutosaveState[] = []
  const engine = createAutosaveEngine({ version: 3, savedAt: null, conflict: null })
  engine.begin(
    {
      read: () => ({ ...fields }),
      write: (changes) => {
        fields = { ...fields, ...changes }
      },
      send: (body, version) => {
        sent.push({ texts: body, version })
        return Promise.resolve(answers.shift() ?? { kind: 'unreachable' })
      },
      onState: (state) => states.push(state),
      later: (milliseconds, work) => {
        waiting = { milliseconds, work }
        return () => {
          waiting = null
        }
      },
    },
    { ...texts },
  )
  return {
    engine,
    sent,
    fields: () => fields,
    state: () => states.at(-1)?.kind,
    last: () => states.at(-1),
    type(changes: FormTexts) {
      fields = { ...fields, ...changes }
      engine.changed()
    },
    pause: () => waiting?.milliseconds ?? null,
    async wait() {
      waiting?.work()
      await new Promise((resolve) => setTimeout(resolve, 0))
    },
  }
}

const saved = (version: number): AutosaveOutcome => ({ kind: 'saved', version, savedAt: at })
const changedBy = (version: number, values: FormTexts): AutosaveOutcome => ({
  kind: 'conflict',
  conflict: { version, by: 'Ilze', at, values },
})

test('saves after a pause, with the version it knows, and the next time with the one that came back', async () => {
  const { sent, state, type, wait, pause } = page({ texts: { need: '' }, answers: [saved(4), saved(5)] })

  type({ need: 'a' })
  expect([state(), pause(), sent]).toEqual(['waiting', 1_200, []])
  await wait()
  type({ need: 'ab' })
  await wait()

  expect(sent).toEqual([
    { texts: { need: 'a' }, version: 3 },
    { texts: { need: 'ab' }, version: 4 },
  ])
  expect(state()).toBe('saved')
})

test('what is typed and taken back is not sent', async () => {
  const { engine, sent, state, type } = page({ texts: { need: 'a' }, answers: [] })

  type({ need: 'ab' })
  type({ need: 'a' })

  expect([state(), await engine.save(), sent]).toEqual(['saved', true, []])
})

test('what is typed while a save is on its way is saved next', async () => {
  const { engine, sent, type, wait, state } = page({ texts: { need: '' }, answers: [saved(4), saved(5)] })

  type({ need: 'a' })
  const first = engine.save()
  type({ need: 'ab' })
  expect(await first).toBe(false)
  await wait()

  expect(sent.map(({ version, texts }) => [version, texts.need])).toEqual([
    [3, 'a'],
    [4, 'ab'],
  ])
  expect(state()).toBe('saved')
})

test('a server that is away is asked again, less and less often, and nothing typed goes', async () => {
  const { sent, state, type, wait, pause, fields } = page({ texts: { need: '' }, answers: [] })

  type({ need: 'a' })
  const pauses: (number | null)[] = []
  for (let count = 0; count < 6; count += 1) {
    await wait()
    pauses.push(pause())
  }

  expect(state()).toBe('retrying')
  expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
  expect([sent.length, fields().need]).toEqual([6, 'a'])
})

test('the same field changed by somebody else: both texts stay until the writer chooses, and nothing is sent', async () => {
  const { engine, sent, state, type, wait, fields } = page({
    texts: { need: 'old', goal: 'x' },
    answers: [changedBy(7, { need: 'theirs', goal: 'x' }), saved(8)],
  })

  type({ need: 'mine' })
  await wait()
  type({ need: 'mine too' })
  expect(await engine.save()).toBe(false)
  expect([state(), fields().need, sent.length]).toEqual(['conflict', 'mine too', 1])
  expect(engine.disputed()).toEqual([{ name: 'need', theirs: 'theirs' }])

  expect(await engine.keepMine()).toBe(true)
  expect(sent.at(-1)).toEqual({ texts: { need: 'mine too', goal: 'x' }, version: 7 })
})

test('keeping mine takes over what they wrote in fields that I did not touch', async () => {
  const { engine, sent, type, wait, fields } = page({
    texts: { need: 'old', goal: 'x' },
    answers: [changedBy(7, { need: 'theirs', goal: 'new' }), saved(8)],
  })

  type({ need: 'mine' })
  await wait()
  await engine.keepMine()

  expect(fields()).toEqual({ need: 'mine', goal: 'new' })
  expect(sent.at(-1)?.texts).toEqual({ need: 'mine', goal: 'new' })
})

test('taking theirs shows their text as saved', async () => {
  const { engine, sent, state, type, wait, fields } = page({
    texts: { need: 'old' },
    answers: [changedBy(7, { need: 'theirs' })],
  })

  type({ need: 'mine' })
  await wait()
  engine.takeTheirs()

  expect([state(), fields().need, engine.isDirty(), engine.version()]).toEqual(['saved', 'theirs', false, 7])
  expect(sent).toHaveLength(1)
})

test('other fields changed by somebody else are merged and said', async () => {
  const { sent, last, type, wait, fields } = page({
    texts: { need: 'old', goal: 'x' },
    answers: [changedBy(7, { need: 'old', goal: 'theirs' }), saved(8)],
  })

  type({ need: 'mine' })
  await wait()

  expect(fields()).toEqual({ need: 'mine', goal: 'theirs' })
  expect(sent.at(-1)).toEqual({ texts: { need: 'mine', goal: 'theirs' }, version: 7 })
  expect(last()).toMatchObject({ kind: 'saved', mergedWith: { by: 'Ilze' } })
})

test('a refusal is said and waits for a change', async () => {
  const { state, type, wait, pause } = page({
    texts: { need: '' },
    answers: [{ kind: 'refused', sentences: ['Too long.'] }, saved(4)],
  })

  type({ need: 'too long' })
  await wait()
  expect(state()).toBe('refused')
  type({ need: 'short' })
  expect(pause()).toBe(1_200)
  await wait()
  expect(state()).toBe('saved')
})
