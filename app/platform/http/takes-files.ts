/** The pages that a file may be sent to; everywhere else a form has only fields. */
const pages = new Set(['/municipality/imports'])

/** The longest file the portal takes (20 MB), with the form around it. */
export const longestUpload_bytes = 20 * 1024 * 1024 + 64 * 1024

export function takesFiles(pathname: string): boolean {
  return pages.has(pathname)
}
