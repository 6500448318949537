/** What every field takes besides its label. */
export type FieldInput = {
  id?: string
  name: string
  defaultValue?: string
  errors?: readonly string[]
  required?: boolean
}
