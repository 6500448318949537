import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { floorUnits, mostUnits } from '#app/plan/rules/revised-lines.ts'
import { reasonField, unitsField } from '#app/plan/rules/revision-fields.ts'
import type { RevisionLineView } from '#app/plan/rules/revision-view.ts'
import { moneyText, ownText, unitsText } from '#app/plan/ui/plan-words.ts'
import { formatMoneyChange, formatQuantity } from '#app/platform/i18n/format.ts'
import { cents } from '#app/platform/money.ts'
import { hundredths } from '#app/platform/quantity.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, SubmitButton } from '#app/ui/button.tsx'
import { classNames } from '#app/ui/class-names.ts'
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
  const isSame = line.units === line.unitsBefore && reason === '' && errors[reasonName] === undefined
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 border-t border-line py-4 lg:grid-cols-[minmax(0,1fr)_11.5rem_6.5rem]">
      <div className="col-span-2 min-w-0 lg:col-span-1">
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <h3>{name}</h3>
          {line.isNew ? (
            <Badge tone="accent" icon="plus">
              {m.revision_edit_new()}
            </Badge>
          ) : null}
        </div>
        {factsOf(line, floor).map((fact) => (
          <p key={fact} className="small muted">
            {fact}
          </p>
        ))}
        {moveHref === null ? null : (
          <Link className="inline-flex min-h-8 items-center small" to={moveHref} preventScrollReset={false}>
            <NamedLabel text={m.revision_edit_move()} name={name} />
          </Link>
        )}
      </div>
      {/* What is wrong needs the whole width to be read. */}
      <div
        className={classNames(
          'flex items-end gap-2 self-start',
          errors[unitsName] === undefined ? 'lg:[&_.field-label]:sr-only' : 'col-span-full',
        )}
      >
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
        {errors[unitsName] === undefined ? (
          <>
            <StepButton name={unitsName} by={-1} label={m.revision_edit_fewer({ name })} />
            <StepButton name={unitsName} by={1} label={m.revision_edit_one_more({ name })} />
          </>
        ) : null}
      </div>
      <NewSum amount={amount} before={line.unitsBefore * line.unitPrice} />
      {/* Why is asked of what changes; without script nothing shows that it does, so all are asked. */}
      <div className={isSame ? 'col-span-full hidden noscript:block' : 'col-span-full'}>
        <TextField
          id={reasonName}
          name={reasonName}
          label={<NamedLabel text={m.revision_edit_why()} name={name} />}
          defaultValue={reason}
          errors={errors[reasonName] === undefined ? undefined : [errors[reasonName]]}
        />
      </div>
      {line.isNew ? (
        <div className="col-span-full">
          <SubmitButton variant="quiet" size="small" name="intent" value={`remove:${serviceId}`}>
            {m.revision_edit_remove({ name })}
          </SubmitButton>
        </div>
      ) : null}
    </li>
  )
}

/** What the line costs as typed, and how much that is more or less than now. */
function NewSum({ amount, before }: { amount: number | null; before: number }) {
  return (
    <div className="flex min-h-11 flex-col items-end justify-center self-end lg:col-start-3 lg:row-start-1 lg:self-start">
      <span className="num strong">
        <VisuallyHidden>{`${m.revision_edit_sum()}: `}</VisuallyHidden>
        {amount === null ? '–' : moneyText(amount)}
      </span>
      {amount === null || amount === before ? null : (
        <span className="num small muted">{formatMoneyChange(cents(amount - before), getLocale())}</span>
      )}
    </div>
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

function factsOf(line: RevisionLineView, floor: number): string[] {
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
  return texts
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
