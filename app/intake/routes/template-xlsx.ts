import { data } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { requireContext } from '#app/people/require-context.server.ts'
import { explanationText, needText } from '../ui/intake-words.ts'
import { writeWorkbookTemplate } from '../write-template.server.ts'
import type { Route } from './+types/template-xlsx.ts'

/** The empty table as an Excel workbook, with drop-downs and a sheet that explains each column. */
export async function loader({ context }: Route.LoaderArgs) {
  const workbook = await writeWorkbookTemplate(requireContext(context), {
    sheet: m.intake_template_sheet(),
    explanationSheet: m.intake_template_explanation_sheet(),
    columnHeading: m.intake_template_column(),
    needHeading: m.intake_template_need(),
    explanationHeading: m.intake_template_explanation(),
    servicesHeading: m.intake_template_services(),
    needOf: needText,
    explanationOf: explanationText,
  })
  if (workbook === null) throw data(null, { status: 404 })
  return new Response(Buffer.from(workbook), {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${m.intake_template_file()}.xlsx"`,
      'Cache-Control': 'no-store',
    },
  })
}
