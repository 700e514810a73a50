import { useId } from 'react'

/** What an action sends back when a form can't be accepted: the input to keep and the texts to show. */
export interface FormResult {
  readonly values: Readonly<Record<string, readonly string[]>>
  /** By field name; '' holds what concerns the whole form. */
  readonly errors: Readonly<Record<string, readonly string[]>>
}

/** What a field component needs to know; spread it: `<TextField {...form.field('uscc')} />`. */
export interface FieldState {
  readonly id: string
  readonly name: string
  readonly label: string
  /** The first value, for single fields. */
  readonly value: string | undefined
  /** All values, for groups of checkboxes. */
  readonly values: readonly string[]
  readonly error: string | undefined
}

/** What the frame of a form needs, whatever its fields. */
export interface FormProblems {
  /** In the order of the labels, for the summary on top; `id` is empty where no field is concerned. */
  readonly problems: readonly { readonly id: string; readonly label?: string; readonly text: string }[]
  /** The last answer; each new one calls the focus to the summary. */
  readonly result: FormResult | undefined
}

export interface FormState<Name extends string> extends FormProblems {
  readonly field: (name: Name) => FieldState
}

type Defaults = Readonly<Record<string, string | number | readonly string[] | null | undefined>>

const valuesOf = (value: Defaults[string]): readonly string[] => (value == null ? [] : typeof value === 'object' ? value : [String(value)])

/**
 * Joins the answer of the action with a form's labels and first values.
 * `labels` names the fields in their order on the page; its keys are the input names.
 */
export function useFormState<Name extends string>({
  result,
  labels,
  defaults = {},
}: {
  readonly result: FormResult | undefined
  readonly labels: Readonly<Record<Name, string>>
  readonly defaults?: Partial<Readonly<Record<Name, Defaults[string]>>>
}): FormState<Name> {
  const prefix = useId()
  const idOf = (name: string) => `${prefix}-${name}`
  const field = (name: Name): FieldState => {
    const values = result ? (result.values[name] ?? []) : valuesOf((defaults as Defaults)[name])
    return { id: idOf(name), name, label: labels[name], value: values[0], values, error: result?.errors[name]?.[0] }
  }
  const names = Object.keys(labels) as Name[]
  const errors = Object.entries(result?.errors ?? {})
  const problems = [
    ...names.flatMap((name) => (result?.errors[name] ?? []).slice(0, 1).map((text) => ({ id: idOf(name), label: labels[name], text }))),
    ...errors.filter(([name]) => !(name in labels)).flatMap(([, texts]) => texts.map((text) => ({ id: '', text }))),
  ]
  return { field, problems, result }
}
