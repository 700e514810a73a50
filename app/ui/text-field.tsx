import type { InputHTMLAttributes } from 'react'
import type { FieldProps } from './field.tsx'
import { controlProps, Field } from './field.tsx'

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'autoComplete' | 'maxLength' | 'placeholder' | 'spellCheck' | 'list'
>

/** One line of text. `width` fits the box to what is expected; `unit` stands behind it; `list` names a datalist of suggestions. */
export function TextField({
  width = 'full',
  unit,
  type = 'text',
  inputMode,
  autoComplete,
  maxLength,
  placeholder,
  spellCheck,
  list,
  ...field
}: FieldProps & Native & { readonly width?: 'full' | 'code' | 'number'; readonly unit?: string }) {
  return (
    <Field field={field}>
      <div className="with-unit">
        <input
          {...controlProps(field)}
          {...{ type, inputMode, autoComplete, maxLength, placeholder, spellCheck, list }}
          key={field.value}
          defaultValue={field.value}
          className={`input input-${width}`}
        />
        {unit && <span>{unit}</span>}
      </div>
    </Field>
  )
}
