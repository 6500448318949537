import type { AutosaveConflict, AutosaveOutcome } from '#app/ui/autosave-answer.ts'

/** What the writer is told about the text. Everything but `saved` means that something is not saved yet. */
export type AutosaveState =
  | {
      kind: 'saved'
      savedAt: string | null
      /** Whether it was saved on this visit of the page: then the hour says it all. */
      isNow: boolean
      mergedWith: { by: string | null } | null
    }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'retrying' }
  | { kind: 'conflict'; conflict: AutosaveConflict }
  | { kind: 'refused'; sentences: readonly string[] }
  | { kind: 'signed-out' }

export type FormTexts = Readonly<Record<string, string>>

export type Surroundings = {
  /** What the form says now. */
  read(): FormTexts
  /** Puts texts into fields of the form. */
  write(texts: FormTexts): void
  send(texts: FormTexts, version: number, how: { isLeaving: boolean }): Promise<AutosaveOutcome>
  onState(state: AutosaveState): void
  /** Calls back later; the answer calls it off. */
  later(milliseconds: number, work: () => void): () => void
}

/** Before the page stands, nothing is typed. */
const noForm: Surroundings = {
  read: () => ({}),
  write: () => {},
  send: () => Promise.resolve({ kind: 'unreachable' }),
  onState: () => {},
  later: () => () => {},
}

export type AutosaveStart = { version: number; savedAt: string | null; conflict: AutosaveConflict | null }

export function firstState({ savedAt, conflict }: AutosaveStart): AutosaveState {
  return conflict === null ? { kind: 'saved', savedAt, isNow: false, mergedWith: null } : { kind: 'conflict', conflict }
}

export type AutosaveEngine = ReturnType<typeof createAutosaveEngine>

/** No field can say this. */
const unknownText = '\0'
const pauseAfterTyping_ms = 1_200
const firstRetry_ms = 2_000
const longestRetry_ms = 30_000

/**
 * Decides when a form saves itself and what becomes of the answer. One save is on its way at a time. What somebody
 * else changed meanwhile is merged when it touches other fields, and otherwise shown to the writer, who chooses; until
 * then nothing is sent and nothing typed is taken away.
 */
export function createAutosaveEngine(start: AutosaveStart) {
  let form = noForm
  let version = start.version
  let savedAt = start.savedAt
  let base: FormTexts = {}
  let isNow = false
  let state = firstState(start)
  let running: Promise<boolean> | null = null
  let callOff = () => {}
  let retry_ms = firstRetry_ms

  function tell(next: AutosaveState): void {
    state = next
    form.onState(next)
  }

  const isDirty = () => changedNames(base, form.read()).length > 0

  function plan(milliseconds: number): void {
    callOff()
    callOff = form.later(milliseconds, () => void save())
  }

  /** Sends what is not saved; true when afterwards nothing is. */
  async function save(how = { isLeaving: false }): Promise<boolean> {
    callOff()
    if (running !== null) await running
    if (!isDirty()) {
      if (state.kind !== 'saved') tell({ kind: 'saved', savedAt, isNow, mergedWith: null })
      return true
    }
    if (state.kind === 'conflict') return false
    running = sendOnce(how)
    try {
      return await running
    } finally {
      running = null
    }
  }

  async function sendOnce(how: { isLeaving: boolean }): Promise<boolean> {
    const sent = form.read()
    // Between two tries the line goes on saying that it is not saved.
    if (state.kind !== 'retrying') tell({ kind: 'saving' })
    return take(await form.send(sent, version, how), sent)
  }

  async function take(outcome: AutosaveOutcome, sent: FormTexts): Promise<boolean> {
    switch (outcome.kind) {
      case 'saved':
        return accept(outcome, sent, null)
      case 'conflict':
        return meet(outcome.conflict)
      case 'unreachable':
        tell({ kind: 'retrying' })
        plan(retry_ms)
        retry_ms = Math.min(retry_ms * 2, longestRetry_ms)
        return false
      case 'refused':
      case 'signed-out':
        tell(outcome)
        return false
    }
  }

  function accept(
    saved: { version: number; savedAt: string },
    sent: FormTexts,
    mergedWith: { by: string | null } | null,
  ): boolean {
    version = saved.version
    savedAt = saved.savedAt
    isNow = true
    base = sent
    retry_ms = firstRetry_ms
    if (!isDirty()) {
      tell({ kind: 'saved', savedAt, isNow, mergedWith })
      return true
    }
    tell({ kind: 'waiting' })
    plan(pauseAfterTyping_ms)
    return false
  }

  /** Other fields than mine: both changes stay. The same field, or one more change on the way: the writer decides. */
  async function meet(conflict: AutosaveConflict): Promise<boolean> {
    if (disputedNames({ base, mine: form.read(), theirs: conflict.values }).length > 0) {
      tell({ kind: 'conflict', conflict })
      return false
    }
    adopt(conflict)
    const sent = form.read()
    const again = await form.send(sent, version, { isLeaving: false })
    if (again.kind === 'saved') return accept(again, sent, { by: conflict.by })
    if (again.kind !== 'conflict') return take(again, sent)
    tell({ kind: 'conflict', conflict: again.conflict })
    return false
  }

  /** Their text becomes the ground; fields that the writer did not touch say what they say. */
  function adopt(conflict: AutosaveConflict): void {
    const mine = form.read()
    const untouched = Object.entries(conflict.values).filter(([name]) => mine[name] === base[name])
    form.write(Object.fromEntries(untouched))
    base = { ...base, ...knownTo(mine, conflict.values) }
    version = conflict.version
  }

  return {
    /** The form is there; `ground` is what the server sent, before anybody typed. */
    begin(surroundings: Surroundings, ground: FormTexts): void {
      form = surroundings
      base = ground
      if (state.kind === 'conflict') {
        // Sent without script and met another text: what stood there before is not known, so every difference counts.
        base = Object.fromEntries(Object.keys(ground).map((name) => [name, unknownText]))
        tell({ ...state })
      } else if (isDirty()) {
        tell({ kind: 'waiting' })
        plan(pauseAfterTyping_ms)
      }
    },
    /** Something was typed or chosen. */
    changed(): void {
      if (state.kind === 'conflict') return
      if (!isDirty()) {
        callOff()
        if (state.kind !== 'saving') tell({ kind: 'saved', savedAt, isNow, mergedWith: null })
        return
      }
      if (state.kind !== 'saving' && state.kind !== 'retrying') tell({ kind: 'waiting' })
      if (state.kind !== 'retrying') plan(pauseAfterTyping_ms)
    },
    save,
    /** When a field is left: what waits is saved without waiting for the pause. */
    saveSoon: () => (state.kind === 'waiting' ? save() : Promise.resolve(false)),
    outcome: () => state.kind,
    /** The fields to choose between, with what somebody else wrote there. */
    disputed(): { name: string; theirs: string }[] {
      if (state.kind !== 'conflict') return []
      const theirs = state.conflict.values
      return disputedNames({ base, mine: form.read(), theirs }).map((name) => ({ name, theirs: theirs[name] ?? '' }))
    },
    takeTheirs(): void {
      if (state.kind !== 'conflict') return
      const { conflict } = state
      form.write(conflict.values)
      base = form.read()
      version = conflict.version
      savedAt = conflict.at
      tell({ kind: 'saved', savedAt, isNow, mergedWith: null })
    },
    keepMine(): Promise<boolean> {
      if (state.kind !== 'conflict') return Promise.resolve(false)
      adopt(state.conflict)
      tell({ kind: 'waiting' })
      return save()
    },
    /** Saves whose answer nobody waits for stay on their way. */
    stop: () => callOff(),
    isDirty,
    version: () => version,
  }
}

/** Fields that both changed, to different texts. */
export function disputedNames({ base, mine, theirs }: Record<'base' | 'mine' | 'theirs', FormTexts>): string[] {
  return changedNames(base, mine).filter(
    (name) => theirs[name] !== undefined && theirs[name] !== mine[name] && theirs[name] !== (base[name] ?? ''),
  )
}

function changedNames(base: FormTexts, now: FormTexts): string[] {
  const names = new Set([...Object.keys(base), ...Object.keys(now)])
  return [...names].filter((name) => (base[name] ?? '') !== (now[name] ?? ''))
}

function knownTo(form: FormTexts, values: FormTexts): FormTexts {
  return Object.fromEntries(Object.entries(values).filter(([name]) => form[name] !== undefined))
}
