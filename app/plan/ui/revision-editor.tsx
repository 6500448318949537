import { type FormEvent, type ReactNode, useState } from 'react'
import { m } from '#app/paraglide/messages.js'
import type { RevisedLine } from '#app/plan/rules/revised-lines.ts'
import { amountOf, floorUnits, mostUnits, revisedUnassigned } from '#app/plan/rules/revised-lines.ts'
import { readUnits, reasonField, revisionValues, unitsField } from '#app/plan/rules/revision-fields.ts'
import type { RevisionLineView } from '#app/plan/rules/revision-view.ts'
import { listedLines } from '#app/plan/rules/revision-view.ts'
import { moneyText } from '#app/plan/ui/plan-words.ts'
import { RevisionLine } from '#app/plan/ui/revision-line.tsx'
import { type Cents, subtractCents } from '#app/platform/money.ts'
import { Card } from '#app/ui/card.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { SumLines } from '#app/ui/sum-lines.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

type RevisionEditorProps = {
  budget: Cents
  reason: string
  lines: readonly RevisionLineView[]
  /** As typed, when the page came back with errors. */
  typed: Readonly<Record<string, string>> | null
  errors: Readonly<Record<string, string>>
  /** Null while a line's effect of moving on is shown. */
  moveHrefOf: (serviceId: string) => string
  bookings: ReactNode
  children: ReactNode
}

/** The lines of a draft with the sum as it is typed: what each costs, what is given, what is left or missing. */
export function RevisionEditor(props: RevisionEditorProps) {
  const { budget, lines, typed, errors, moveHrefOf, bookings, children } = props
  const kept = { ...revisionValues(props), ...typed }
  const [live, setLive] = useState<Readonly<Record<string, string>>>({})
  const unitsNow = (line: RevisionLineView) => readUnits(live[line.serviceId] ?? kept[unitsField(line.serviceId)] ?? '')
  const asTyped = lines.map((line) => ({ ...line, units: unitsNow(line) }))
  const counted = asTyped.map((line) => ({ ...line, units: isCount(line.units) ? line.units : 0 }))
  const left = revisedUnassigned(budget, counted)

  const follow = (event: FormEvent<HTMLElement>) => {
    const { target } = event
    if (!(target instanceof HTMLInputElement) || !target.name.startsWith('units.')) return
    const { name, value } = target
    setLive((known) => ({ ...known, [name.slice('units.'.length)]: value }))
  }
  return (
    <div className="split" onInput={follow}>
      <Card title={m.revision_edit_services()}>
        {/* Headings of the columns; on a phone, and to whoever hears the page, each field has its own label. */}
        <div
          className="hidden grid-cols-[minmax(0,1fr)_11.5rem_6.5rem] gap-x-4 pb-2 small muted lg:grid"
          aria-hidden="true"
        >
          <span>{m.revision_edit_service()}</span>
          <span>{m.revision_edit_units()}</span>
          <span className="text-right">{m.revision_edit_sum()}</span>
        </div>
        <ol>
          {asTyped.map((line) => (
            <RevisionLine
              key={line.serviceId}
              line={line}
              units={kept[unitsField(line.serviceId)] ?? ''}
              reason={kept[reasonField(line.serviceId)] ?? ''}
              errors={errors}
              amount={isCount(line.units) ? amountOf(line) : null}
              moveHref={mayMoveOn(line) ? moveHrefOf(line.serviceId) : null}
            />
          ))}
        </ol>
        {children}
      </Card>
      <aside className="stack static!" style={{ '--gap': '1.5rem' }}>
        <Card title={m.revision_edit_sums()}>
          <SumLines
            lines={[
              { label: m.revision_edit_budget(), value: moneyText(budget) },
              { label: m.revision_edit_given(), value: moneyText(subtractCents(budget, left)) },
              left < 0
                ? { label: m.revision_edit_over({ amount: moneyText(-left) }), value: moneyText(left), isResult: true }
                : { label: m.revision_edit_left(), value: moneyText(left), isResult: true },
            ]}
          />
        </Card>
        {bookings}
        <Card>
          <div className="stack">
            <TextArea
              id="reason"
              name="reason"
              label={m.revision_edit_whole()}
              hint={m.revision_edit_whole_hint()}
              rows={4}
              required
              defaultValue={kept.reason}
              errors={errors.reason === undefined ? undefined : [errors.reason]}
            />
            <div className="row">
              <SubmitButton name="intent" value="seal">
                {m.revision_edit_seal()}
              </SubmitButton>
              <SubmitButton variant="secondary" name="intent" value="save">
                {m.revision_edit_save()}
              </SubmitButton>
            </div>
          </div>
        </Card>
      </aside>
    </div>
  )
}

function isCount(units: number): boolean {
  return Number.isSafeInteger(units) && units >= 0 && units <= mostUnits
}

function mayMoveOn(line: RevisionLineView): boolean {
  const [listed] = listedLines([line])
  return listed !== undefined && isCount(listed.units) && floorUnits(listed) < listed.units
}

/** Lines whose new units are fewer than what is booked and received. */
export function tightLines<Line extends RevisedLine>(lines: readonly Line[]): Line[] {
  return lines.filter((line) => line.units < floorUnits(line))
}
