import { Form } from 'react-router'
import type { ColumnKey, ColumnNeed } from '#app/intake/rules/columns.ts'
import { columnKeys, columns } from '#app/intake/rules/columns.ts'
import type { ImportSample, ImportView } from '#app/intake/rules/import-view.ts'
import type { Matching } from '#app/intake/rules/match-columns.ts'
import { columnText } from '#app/intake/ui/intake-words.ts'
import { m } from '#app/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Select } from '#app/ui/select.tsx'

type MatchFormProps = {
  view: ImportView
  matching: Matching
  errors: readonly { column: ColumnKey | null; text: string }[]
}

/** Which column of the file is which of ours: guessed by name, to be corrected, with the first values beside it. */
export function MatchForm({ view, matching, errors }: MatchFormProps) {
  const groups: { need: ColumnNeed; title: string }[] = [
    { need: 'always', title: m.intake_match_for() },
    { need: 'for-plans', title: m.intake_match_for_plans() },
    { need: 'optional', title: m.intake_match_optional() },
  ]
  return (
    <>
      <Form method="post" className="stack" style={{ '--gap': '1.5rem' }}>
        <input type="hidden" name="intent" value="match" />
        <div>
          <h2>{m.intake_match_title()}</h2>
          <p>{m.intake_match_lead()}</p>
        </div>
        {groups.map(({ need, title }) => (
          <Card title={title} level={3} key={need}>
            <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
              {columnKeys
                .filter((key) => columns[key].need === need)
                .map((key) => (
                  <ColumnSelect
                    key={key}
                    column={key}
                    samples={view.samples}
                    chosen={matching[key]}
                    errors={errors.filter((error) => error.column === key).map((error) => error.text)}
                  />
                ))}
            </div>
          </Card>
        ))}
        <div className="row">
          <SubmitButton name="intent" value="match">
            {m.intake_match_submit()}
          </SubmitButton>
          <SubmitButton name="intent" value="discard" variant="quiet">
            {m.intake_discard()}
          </SubmitButton>
        </div>
      </Form>
      <Samples samples={view.samples} />
    </>
  )
}

type ColumnSelectProps = {
  column: ColumnKey
  samples: readonly ImportSample[]
  chosen: number | undefined
  errors: readonly string[]
}

function ColumnSelect({ column, samples, chosen, errors }: ColumnSelectProps) {
  const values = chosen === undefined ? [] : (samples[chosen]?.values ?? [])
  return (
    <Select
      id={column}
      name={column}
      label={columnText(column)}
      hint={values.length === 0 ? undefined : m.intake_match_samples({ values: values.slice(0, 2).join(' · ') })}
      errors={errors}
      placeholder={m.intake_match_none()}
      defaultValue={chosen === undefined ? '' : String(chosen)}
      options={samples.map((sample, index) => ({ value: String(index), label: nameOf(sample, index) }))}
    />
  )
}

/** The file's name of a column; one without a name goes by its letter, as in a sheet. */
function nameOf({ name }: ImportSample, index: number): string {
  return name === '' ? letterOf(index) : name
}

function letterOf(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? last : `${letterOf(Math.floor(index / 26) - 1)}${last}`
}

function Samples({ samples }: { samples: readonly ImportSample[] }) {
  return (
    <DataTable
      caption={m.intake_match_sample_title()}
      title={m.intake_match_sample_title()}
      columns={[
        {
          key: 'name',
          label: m.intake_match_sample_column(),
          isRowHeader: true,
          cell: ({ sample, index }) => nameOf(sample, index),
        },
        {
          key: 'values',
          label: m.intake_match_sample_values(),
          cell: ({ sample }) => sample.values.join(' · '),
        },
      ]}
      rows={samples.map((sample, index) => ({ sample, index }))}
      rowKey={({ index }) => String(index)}
      empty={null}
    />
  )
}
