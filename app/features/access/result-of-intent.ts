import type { FormResult } from '#app/form-state.ts'

/** The action's answer, if it is about this one of the page's forms. */
export const resultOfIntent = (result: FormResult | undefined, intent: string): FormResult | undefined =>
  result?.values['intent']?.[0] === intent ? result : undefined
