import { Form } from '@remix-run/react'
import type { ComponentType, InputHTMLAttributes } from 'react'
import { useId } from 'react'

/** One field and its button; a GET form, so that a search has an address. */
export function SearchBox({
  action,
  label,
  button,
  name = 'q',
  defaultValue,
  placeholder,
  hint,
  Input = 'input',
}: {
  readonly action: string
  /** Said to screen readers; a placeholder is no label. */
  readonly label: string
  readonly button: string
  readonly name?: string
  readonly defaultValue?: string
  readonly placeholder?: string
  readonly hint?: string
  /** A field of its own in place of the plain one, such as one with suggestions. */
  readonly Input?: ComponentType<InputHTMLAttributes<HTMLInputElement>> | 'input'
}) {
  const id = useId()
  return (
    <Form action={action} role="search" className="search-box">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Input
        id={id}
        type="search"
        name={name}
        className="input"
        defaultValue={defaultValue}
        // A new search under the same form must show its own words.
        key={defaultValue}
        placeholder={placeholder}
        aria-describedby={hint ? `${id}-hint` : undefined}
        maxLength={100}
      />
      <button type="submit" className="btn btn-primary">
        {button}
      </button>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </Form>
  )
}
