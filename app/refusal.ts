import type { Texts } from './i18n/texts.ts'
import type { Translator, Values } from './i18n/translate.ts'

/** The error members of a mutation's result: a code and facts, for ValidationError also the fields. */
export interface UserError {
  readonly code: string
  readonly facts?: unknown
  readonly fields?: readonly { readonly path: string; readonly code: string; readonly facts?: unknown }[]
}
/** A translator whose namespace may hold `refusal.<CODE>`. */
export type RefusalTexts = Pick<Translator<unknown>, 'optional' | 'language'>

/** The facts that can stand in a sentence: text, numbers, and lists of them. */
function factValues(facts: unknown, language: string): Values {
  const isWord = (value: unknown) => typeof value === 'string' || typeof value === 'number'
  const separator = language === 'en' ? ', ' : '、'
  const entries = Object.entries(typeof facts === 'object' && facts !== null ? facts : {}).flatMap(([name, value]: [string, unknown]) =>
    isWord(value) ? [[name, value]] : Array.isArray(value) && value.every(isWord) ? [[name, value.join(separator)]] : [],
  )
  return Object.fromEntries(entries) as Values
}

/** The sentence for a refusal's code: the feature's own, else the general one, else the bare code, so that none is ever silent. */
export function refusalText({ code, facts }: UserError, feature: RefusalTexts, form: Translator<Texts['form']>): string {
  const values = factValues(facts, form.language)
  const text = feature.optional(`refusal.${code}`, values) ?? form.optional(`refusal.${code}`, values)
  return text ?? form('refusal.OTHER', { code })
}

/** The same for a form: problems of fields beside their fields ('materials.0.isThere' is the input 'materials[0].isThere'), all else on top. */
export function refusalErrors(error: UserError, feature: RefusalTexts, form: Translator<Texts['form']>): Record<string, string[]> {
  if (!error.fields?.length) return { '': [refusalText(error, feature, form)] }
  const errors: Record<string, string[]> = {}
  for (const field of error.fields) {
    const name = field.path.replace(/\.(\d+)/g, '[$1]')
    errors[name] = [...(errors[name] ?? []), refusalText(field, feature, form)]
  }
  return errors
}
