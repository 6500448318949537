/** The pages that a file may be sent to; everywhere else a form has only fields. */
const pages = new Set(['/municipality/imports'])

/** The longest file the portal takes (20 MB), with the form around it. */
export const longestUpload_bytes = 20 * 1024 * 1024 + 64 * 1024

/** A form with files for a page that takes some. Read by the page itself, when it is known who sends it. */
export function isFileForm(request: Request, { pathname }: URL): boolean {
  return pages.has(pathname) && /^multipart\/form-data\s*;/i.test(request.headers.get('content-type') ?? '')
}
