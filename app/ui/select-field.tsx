import type { FieldProps } from './field.tsx'
import { controlProps, Field } from './field.tsx'

export interface Option {
  readonly value: string
  readonly label: string
}

/** One of many. `empty` is the first line when nothing is chosen yet. */
export function SelectField({ options, empty, ...field }: FieldProps & { readonly options: readonly Option[]; readonly empty?: string }) {
  return (
    <Field field={field}>
      <select {...controlProps(field)} key={field.value} defaultValue={field.value ?? ''} className="input input-select">
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}
