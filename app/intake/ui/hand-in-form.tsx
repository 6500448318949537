import { Form } from 'react-router'
import { mostRows } from '#app/intake/rules/table-limits.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatNumber } from '#app/platform/i18n/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'

/** Where a table is handed in. The whole document is sent: a file is read once, by the page it leads to. */
export function HandInForm({ error }: { error: string | undefined }) {
  return (
    <Card title={m.intake_hand_in_title()}>
      <Form method="post" encType="multipart/form-data" reloadDocument className="stack">
        <Field
          id="file"
          label={m.intake_hand_in_file()}
          hint={m.intake_hand_in_hint({ rows: formatNumber(mostRows, getLocale()) })}
          errors={error === undefined ? undefined : [error]}
        >
          {(described) => (
            <input {...described} id="file" name="file" type="file" accept=".csv,.txt,.xlsx" className="input" />
          )}
        </Field>
        <p className="muted small">{m.intake_hand_in_next()}</p>
        <div className="row">
          <SubmitButton icon="upload">{m.intake_hand_in_submit()}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
