/**
 * The part of Conform's field metadata that a control needs. Named here by its shape, so that a page without
 * Conform pays nothing for it.
 */
export type FieldMetadataShape = {
  id: string
  name: string
  initialValue?: unknown
  errors?: readonly string[] | undefined
  required?: boolean | undefined
  minLength?: number | undefined
  maxLength?: number | undefined
  min?: string | number | undefined
  max?: string | number | undefined
  step?: string | number | undefined
  pattern?: string | undefined
}

/** What every field takes besides its label. */
export type FieldInput = {
  id?: string
  name: string
  defaultValue?: string
  errors?: readonly string[]
  required?: boolean
}

/**
 * Turns a Conform field into the props of TextField, TextArea, Select, RadioGroup, DateField, TimeField and
 * SlotTiles: `<TextField {...fieldProps(fields.reason)} label={...} />`.
 */
export function fieldProps(field: FieldMetadataShape): FieldInput & {
  minLength?: number
  maxLength?: number
  min?: string | number
  max?: string | number
  step?: string | number
  pattern?: string
} {
  return {
    id: field.id,
    name: field.name,
    defaultValue: typeof field.initialValue === 'string' ? field.initialValue : undefined,
    errors: field.errors,
    required: field.required,
    minLength: field.minLength,
    maxLength: field.maxLength,
    min: field.min,
    max: field.max,
    step: field.step,
    pattern: field.pattern,
  }
}

/** The same for a CheckboxField; Conform keeps "on" for a ticked box. */
export function checkboxProps(field: FieldMetadataShape): {
  id: string
  name: string
  defaultChecked: boolean
  errors?: readonly string[]
  required?: boolean
} {
  return {
    id: field.id,
    name: field.name,
    defaultChecked: field.initialValue === 'on',
    errors: field.errors,
    required: field.required,
  }
}

/** The links of an ErrorSummary out of a Conform form: each message leads to its field; the form's own lead nowhere. */
export function errorLinks(
  form: { id: string; allErrors: Readonly<Record<string, readonly string[]>> },
  fields: Readonly<Record<string, FieldMetadataShape>>,
): { text: string; href?: string }[] {
  const idOf = new Map(Object.values(fields).map((field) => [field.name, field.id]))
  return Object.entries(form.allErrors).flatMap(([name, messages]) => {
    const id = name === '' ? undefined : (idOf.get(name) ?? `${form.id}-${name}`)
    return messages.map((text) => (id === undefined ? { text } : { text, href: `#${id}` }))
  })
}
