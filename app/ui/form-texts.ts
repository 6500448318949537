import type { FormTexts } from '#app/ui/autosave-engine.ts'

/** Fields that say which form it is rather than what was written in it. */
const ownNames = new Set(['version', 'intent'])

/**
 * What every field of a form says, by its name: empty for an answer not chosen, one line for each of several ticked
 * boxes of one name. Line ends are those that the server keeps.
 */
export function readFormTexts(form: HTMLFormElement): FormTexts {
  const texts: Record<string, string> = {}
  for (const field of form.elements) {
    const name = field.getAttribute('name')
    if (name !== null && name !== '' && !ownNames.has(name) && !(field instanceof HTMLButtonElement)) texts[name] = ''
  }
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || ownNames.has(name)) continue
    const text = value.replaceAll('\r\n', '\n')
    texts[name] = texts[name] === '' || texts[name] === undefined ? text : `${texts[name]}\n${text}`
  }
  return texts
}

/** What the fields said when the page came: words typed before script ran are left out. */
export function readGround(form: HTMLFormElement): FormTexts {
  const texts: Record<string, string> = { ...readFormTexts(form) }
  for (const field of form.elements) {
    const name = field.getAttribute('name') ?? ''
    if (texts[name] === undefined) continue
    const isText = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && !isTick(field))
    if (isText) texts[name] = field.defaultValue.replaceAll('\r\n', '\n')
  }
  return texts
}

function isTick(field: HTMLInputElement): boolean {
  return field.type === 'radio' || field.type === 'checkbox'
}

/** Puts texts into the fields of a form, as if somebody had typed and chosen them. */
export function writeFormTexts(form: HTMLFormElement, texts: FormTexts): void {
  for (const field of form.elements) {
    const text = texts[field.getAttribute('name') ?? '']
    if (text === undefined) continue
    if (field instanceof HTMLInputElement && isTick(field)) {
      field.checked = text.split('\n').includes(field.value)
    } else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      field.value = text
    }
  }
}

/** The same fields as the browser itself would send them: what is not chosen is not sent. */
export function bodyOf(form: HTMLFormElement, extra: Readonly<Record<string, string>>): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && !ownNames.has(name)) body.append(name, value)
  }
  for (const [name, value] of Object.entries(extra)) body.set(name, value)
  return body
}

/** The words beside a field and for what it says, to show two versions of it next to one another. */
export function wordsOfField(
  form: HTMLFormElement,
  name: string,
): { label: string; wordOf(text: string): string; group: string | null } {
  const fields = [...form.elements].filter((field) => field.getAttribute('name') === name)
  const [first] = fields
  const isChoice = first instanceof HTMLInputElement && isTick(first)
  const fieldset = first?.closest('fieldset') ?? null
  const legend = fieldset?.querySelector('legend')?.textContent ?? null
  const outer = (isChoice ? fieldset?.parentElement?.closest('fieldset') : fieldset) ?? null
  return {
    label: (isChoice ? legend : labelOf(first)) ?? name,
    group: outer?.querySelector('legend')?.textContent ?? outer?.getAttribute('aria-label') ?? null,
    wordOf: (text) => (isChoice || first instanceof HTMLSelectElement ? choiceWords(fields, text) : text),
  }
}

function choiceWords(fields: readonly Element[], text: string): string {
  const [first] = fields
  if (first instanceof HTMLSelectElement) {
    return [...first.options].find((option) => option.value === text)?.textContent ?? text
  }
  const chosen = text.split('\n')
  return fields
    .filter((field) => field instanceof HTMLInputElement && chosen.includes(field.value))
    .map((field) => labelOf(field) ?? '')
    .join(', ')
}

function labelOf(field: Element | undefined): string | null {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) {
    return field.labels?.[0]?.textContent ?? field.getAttribute('aria-label')
  }
  return null
}
