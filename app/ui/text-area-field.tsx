import type { FieldProps } from './field.tsx'
import { controlProps, Field } from './field.tsx'

/** Several lines of text. */
export function TextAreaField({ rows = 4, maxLength, ...field }: FieldProps & { readonly rows?: number; readonly maxLength?: number }) {
  return (
    <Field field={field}>
      <textarea {...controlProps(field)} key={field.value} rows={rows} maxLength={maxLength} defaultValue={field.value} className="input" />
    </Field>
  )
}
