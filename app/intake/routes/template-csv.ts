import { m } from '#app/paraglide/messages.js'
import { writeCsvTemplate } from '../write-template.server.ts'

/** The empty table in text form. */
export function loader() {
  return new Response(writeCsvTemplate(), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${m.intake_template_file()}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
