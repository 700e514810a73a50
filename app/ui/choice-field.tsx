import type { ReactNode } from 'react'
import type { FieldProps } from './field.tsx'
import { FieldGroup } from './field.tsx'

export interface Choice {
  readonly value: string
  readonly label: ReactNode
  readonly detail?: ReactNode
  /** Why this can't be chosen now: it stays visible, without a control. */
  readonly refusal?: ReactNode
}

function ChoiceField({
  type,
  choices,
  ...field
}: FieldProps & { readonly type: 'radio' | 'checkbox'; readonly choices: readonly Choice[] }) {
  return (
    <FieldGroup field={field}>
      {choices.map(({ value, label, detail, refusal }, index) =>
        refusal ? (
          <div key={value} className="choice choice-refused">
            <span aria-hidden="true">✕</span>
            <div>
              <b>{label}</b>
              <div className="small">{refusal}</div>
            </div>
          </div>
        ) : (
          <label key={value} className="choice">
            <input
              type={type}
              // The summary's link leads to the first control.
              id={index === 0 ? field.id : undefined}
              name={field.name}
              value={value}
              defaultChecked={field.values.includes(value)}
            />
            <span>
              {detail ? <b>{label}</b> : label}
              {detail && <span className="choice-detail">{detail}</span>}
            </span>
          </label>
        ),
      )}
    </FieldGroup>
  )
}

/** One of a few. */
export const RadioField = (props: FieldProps & { readonly choices: readonly Choice[] }) => <ChoiceField {...props} type="radio" />
/** Any of a few; the schema gets an array. */
export const CheckboxField = (props: FieldProps & { readonly choices: readonly Choice[] }) => <ChoiceField {...props} type="checkbox" />
