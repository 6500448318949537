/**
 * The present address with some parameters changed: null takes one away. Going to another order, filter or page
 * keeps everything else that the address says.
 */
export function searchWith(search: string, changes: Readonly<Record<string, string | null>>): string {
  const params = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) params.delete(name)
    else params.set(name, value)
  }
  const text = params.toString()
  return text === '' ? '?' : `?${text}`
}
