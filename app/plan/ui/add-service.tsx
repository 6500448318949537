import { m } from '#app/paraglide/messages.js'
import type { BothLanguages } from '#app/assessment/rules/assessed-result.ts'
import { moneyText, ownText } from '#app/plan/ui/plan-words.ts'
import { mostUnits } from '#app/plan/rules/revised-lines.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type AddServiceProps = {
  services: readonly { serviceId: string; name: BothLanguages; unitPrice: number }[]
  typed: Readonly<Record<string, string>> | null
  errors: Readonly<Record<string, string>>
}

/** Fields that add a service of the catalogue to a draft; part of the draft's form, so that nothing typed is lost. */
export function AddService({ services, typed, errors }: AddServiceProps) {
  if (services.length === 0) return null
  const errorsOf = (name: string) => (errors[name] === undefined ? undefined : [errors[name]])
  const isOpen = ['addService', 'addUnits', 'addWhy'].some((name) => errors[name] !== undefined)
  return (
    <details className="mt-4" open={isOpen}>
      <summary className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
        {m.revision_add_title()}
      </summary>
      <div className="stack mt-2">
        <p className="small muted">{m.revision_add_note()}</p>
        <Select
          id="addService"
          name="addService"
          label={m.revision_add_service()}
          placeholder={m.revision_add_choose()}
          options={services.map((service) => ({
            value: service.serviceId,
            label: m.revision_add_option({ name: ownText(service.name), price: moneyText(service.unitPrice) }),
          }))}
          defaultValue={typed?.addService}
          errors={errorsOf('addService')}
        />
        <TextField
          id="addUnits"
          name="addUnits"
          label={m.revision_add_units()}
          type="number"
          inputMode="numeric"
          min={1}
          max={mostUnits}
          short
          defaultValue={typed?.addUnits}
          errors={errorsOf('addUnits')}
        />
        <TextField
          id="addWhy"
          name="addWhy"
          label={m.revision_add_why()}
          defaultValue={typed?.addWhy}
          errors={errorsOf('addWhy')}
        />
        <SubmitButton variant="secondary" name="intent" value="add">
          {m.revision_add_submit()}
        </SubmitButton>
      </div>
    </details>
  )
}
