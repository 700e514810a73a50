import type { ReactNode } from 'react'
import type { FieldState } from '#app/form-state.ts'
import { useText } from '#app/page-context.tsx'

/** What every field may say beside its label. */
export interface FieldWords {
  readonly hint?: ReactNode
  /** Marks what may stay empty; everything else is needed. */
  readonly isOptional?: boolean
}
export type FieldProps = FieldState & FieldWords

/** The attributes that tie a control to its label, hint and error. */
export function controlProps({ id, name, error, hint }: FieldProps) {
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { id, name, 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy || undefined } as const
}

function Words({ id, hint, error }: { readonly id: string; readonly hint?: ReactNode; readonly error?: string }) {
  const t = useText('form')
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} className="hint">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error">
          <span className="sr-only">{t('error')}</span> {error}
        </p>
      )}
    </>
  )
}

/** Label, hint, error and one control. */
export function Field({ field, children }: { readonly field: FieldProps; readonly children: ReactNode }) {
  const t = useText('form')
  const { id, label, hint, isOptional, error } = field
  return (
    <div className={error ? 'field field-invalid' : 'field'}>
      <label htmlFor={id} className="field-label">
        {label}
        {isOptional && <span className="mute">{t('optional')}</span>}
      </label>
      <Words id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** The same for several controls under one question. */
export function FieldGroup({ field, children }: { readonly field: FieldProps; readonly children: ReactNode }) {
  const t = useText('form')
  const { label, hint, isOptional, error } = field
  return (
    <fieldset className={error ? 'field field-invalid' : 'field'} aria-describedby={controlProps(field)['aria-describedby']}>
      <legend className="field-label">
        {label}
        {isOptional && <span className="mute">{t('optional')}</span>}
      </legend>
      <Words id={field.id} hint={hint} error={error} />
      {children}
    </fieldset>
  )
}
