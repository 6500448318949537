/** A form on the page with words in it that are not saved. */
export type UnsavedForm = {
  /** Saves now; true when nothing is unsaved any more. */
  save(): Promise<boolean>
}

/** A page may hold several forms that save themselves; whoever leaves it is asked once about all of them. */
const unsaved = new Set<UnsavedForm>()
const listeners = new Set<() => void>()
/** The form that holds somebody at the door; it goes on until they are through, also when all is saved meanwhile. */
let holder: UnsavedForm | null = null

export function addUnsaved(form: UnsavedForm): void {
  unsaved.add(form)
  for (const listener of listeners) listener()
}

export function removeUnsaved(form: UnsavedForm): void {
  if (unsaved.delete(form)) for (const listener of listeners) listener()
}

export function onUnsavedChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The form that stands guard for all; null when everything is saved. */
export function guardingForm(): UnsavedForm | null {
  return holder ?? unsaved.values().next().value ?? null
}

export function holdAtDoor(form: UnsavedForm | null): void {
  holder = form
  for (const listener of listeners) listener()
}

/** Saves all of them; true when nothing is unsaved any more. */
export async function saveUnsaved(): Promise<boolean> {
  const outcomes = await Promise.all([...unsaved].map((form) => form.save()))
  return outcomes.every(Boolean)
}
