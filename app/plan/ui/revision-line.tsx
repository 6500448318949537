import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { floorUnits, mostUnits } from '#app/plan/rules/revised-lines.ts'
import { reasonField, unitsField } from '#app/plan/rules/revision-fields.ts'
import type { RevisionLineView } from '#app/plan/rules/revision-view.ts'
import { moneyText, ownText, unitsText } from '#app/plan/ui/plan-words.ts'
import { formatQuantity } from '#app/platform/i18n/format.ts'
import { hundredths } from '#app/platform/quantity.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, SubmitButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx'

type RevisionLineProps = {
  line: RevisionLineView
  /** What the fields say: as kept, or as typed when the page came back. */
  units: string
  reason: string
  errors: Readonly<Record<string, string>>
  /** What the units that are typed cost now; null for what is no number. */
  amount: number | null
  moveHref: string | null
}

/** One line of a draft: what it is now, what it cannot go below, the new units with their price, and why. */
export function RevisionLine({ line, units, reason, errors, amount, moveHref }: RevisionLineProps) {
  const { serviceId } = line
  const name = ownText(line.name)
  const floor = floorUnits({ ...line, usedHundredths: line.bookedHundredths + line.receivedHundredths })
  const [unitsName, reasonName] = [unitsField(serviceId), reasonField(serviceId)]
  return (
    <li className="border-b border-line pb-5 last:border-b-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="min-w-0 flex-1">{name}</h3>
        {line.isNew ? (
          <Badge tone="accent" icon="plus">
            {m.revision_edit_new()}
          </Badge>
        ) : null}
      </div>
      <p className="small muted">{factsOf(line, floor)}</p>
      <div className="mt-2 flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="flex items-end gap-2">
          <TextField
            id={unitsName}
            name={unitsName}
            label={<NamedLabel text={m.revision_edit_units()} name={name} />}
            inputMode="numeric"
            type="number"
            min={0}
            max={mostUnits}
            step={1}
            short
            defaultValue={units}
            errors={errors[unitsName] === undefined ? undefined : [errors[unitsName]]}
          />
          <StepButton name={unitsName} by={-1} label={m.revision_edit_fewer({ name })} />
          <StepButton name={unitsName} by={1} label={m.revision_edit_one_more({ name })} />
        </div>
        <p className="num strong min-h-11 content-center">
          <VisuallyHidden>{`${m.revision_edit_sum()}: `}</VisuallyHidden>
          {amount === null ? '' : moneyText(amount)}
        </p>
      </div>
      <div className="mt-2">
        <TextField
          id={reasonName}
          name={reasonName}
          label={<NamedLabel text={m.revision_edit_why()} name={name} />}
          defaultValue={reason}
          errors={errors[reasonName] === undefined ? undefined : [errors[reasonName]]}
        />
      </div>
      <div className="mt-1 flex flex-wrap gap-4">
        {moveHref === null ? null : (
          <Link className="inline-flex min-h-11 items-center small" to={moveHref} preventScrollReset={false}>
            <NamedLabel text={m.revision_edit_move()} name={name} />
          </Link>
        )}
        {line.isNew ? (
          <SubmitButton variant="quiet" size="small" name="intent" value={`remove:${serviceId}`}>
            {m.revision_edit_remove({ name })}
          </SubmitButton>
        ) : null}
      </div>
    </li>
  )
}

/** Says of which service, to whoever hears the page. */
function NamedLabel({ text, name }: { text: string; name: string }) {
  return (
    <>
      {text}
      <VisuallyHidden>{`: ${name}`}</VisuallyHidden>
    </>
  )
}

function factsOf(line: RevisionLineView, floor: number): string {
  const locale = getLocale()
  const { unit, unitsBefore, unitPrice } = line
  const now = m.revision_edit_now({ units: unitsText(unitsBefore, unit), amount: moneyText(unitsBefore * unitPrice) })
  const texts = [unitsBefore === 0 ? m.revision_edit_price({ price: moneyText(unitPrice) }) : now]
  if (line.bookedHundredths > 0 || line.receivedHundredths > 0) {
    texts.push(
      m.revision_edit_used({
        booked: formatQuantity(hundredths(line.bookedHundredths), unit, locale),
        received: formatQuantity(hundredths(line.receivedHundredths), unit, locale),
      }),
    )
  }
  if (floor > 0) texts.push(m.revision_edit_floor({ units: unitsText(floor, unit) }))
  return texts.join(' · ')
}

/** One more or one fewer; with script only, since a number field needs no buttons of ours. */
function StepButton({ name, by, label }: { name: string; by: 1 | -1; label: string }) {
  const step = () => {
    const field = document.getElementById(name)
    if (!(field instanceof HTMLInputElement)) return
    if (by === 1) field.stepUp()
    else field.stepDown()
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return (
    <Button variant="secondary" onClick={step} aria-label={label} className="noscript:hidden">
      <span aria-hidden>{by === 1 ? '+' : '−'}</span>
    </Button>
  )
}
