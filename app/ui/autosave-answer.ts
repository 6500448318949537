/** The text as somebody else left it, while one was typing. */
export type AutosaveConflict = {
  version: number
  by: string | null
  at: string
  /** What each field says now, by its name. */
  values: Readonly<Record<string, string>>
}

export type AutosaveOutcome =
  | { kind: 'saved'; version: number; savedAt: string }
  | { kind: 'conflict'; conflict: AutosaveConflict }
  /** Sentences that say why it is not saved; saving waits until something is changed. */
  | { kind: 'refused'; sentences: readonly string[] }
  | { kind: 'signed-out' }
  /** No answer, or one that is not ours: worth another try. */
  | { kind: 'unreachable' }

/** Browsers send no more than 64 KiB after their page has gone. */
const mostAfterPage_bytes = 60_000

/**
 * Sends a form to the action of its route and reads the short answer. Never throws: what goes wrong on the way is an
 * outcome that the writer is told.
 */
export async function sendAutosave(
  address: string,
  body: URLSearchParams,
  { isLeaving }: { isLeaving: boolean },
): Promise<AutosaveOutcome> {
  const text = body.toString()
  try {
    const response = await fetch(dataAddress(address), {
      method: 'POST',
      headers: { 'X-Autosave': '1', 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      body: text,
      keepalive: isLeaving && text.length < mostAfterPage_bytes,
    })
    if (response.headers.get('content-type')?.startsWith('application/json') === true) {
      return readOutcome(await response.json())
    }
    // A visitor is led to the sign-in page; another role, or a child no longer theirs, is not let in.
    if (response.status === 202 || response.status === 403 || response.status === 404 || response.redirected) {
      return { kind: 'signed-out' }
    }
    if (response.status === 413) return { kind: 'refused', sentences: [] }
    return { kind: 'unreachable' }
  } catch {
    // Offline, or the server is away: told as such, tried again.
    return { kind: 'unreachable' }
  }
}

/** Where a page's action answers scripts: the address of the page with ".data" behind its path. */
function dataAddress(address: string): string {
  const [path = '', search] = address.split('?')
  return `${path}.data${search === undefined ? '' : `?${search}`}`
}

function readOutcome(body: unknown): AutosaveOutcome {
  if (!isRecord(body)) return { kind: 'unreachable' }
  const { saved, conflict, errors, refused } = body
  if (isRecord(saved) && typeof saved.version === 'number' && typeof saved.savedAt === 'string') {
    return { kind: 'saved', version: saved.version, savedAt: saved.savedAt }
  }
  if (isRecord(conflict) && typeof conflict.version === 'number' && typeof conflict.at === 'string') {
    const by = typeof conflict.by === 'string' ? conflict.by : null
    return {
      kind: 'conflict',
      conflict: { version: conflict.version, by, at: conflict.at, values: textsOf(conflict.values) },
    }
  }
  if (Array.isArray(errors)) {
    const sentences = errors.map((error: unknown) => (isRecord(error) ? error.text : null))
    return { kind: 'refused', sentences: sentences.filter((text) => typeof text === 'string') }
  }
  if (typeof refused === 'string') return { kind: 'refused', sentences: [refused] }
  return { kind: 'unreachable' }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textsOf(values: unknown): Record<string, string> {
  const texts: Record<string, string> = {}
  if (!isRecord(values)) return texts
  for (const [name, value] of Object.entries(values)) if (typeof value === 'string') texts[name] = value
  return texts
}
