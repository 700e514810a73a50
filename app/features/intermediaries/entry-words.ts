import type { Texts } from '#app/i18n/texts.ts'
import type { Translator, Values } from '#app/i18n/translate.ts'

type T = Translator<Texts['entry']>
interface Coded {
  readonly code: string
  readonly facts: unknown
}

/** Facts that can stand in a sentence; lists are joined as the language does. */
export function wordsOf(facts: unknown, language: string): Values {
  const separator = language === 'en' ? ', ' : '、'
  const entries = Object.entries(typeof facts === 'object' && facts !== null ? facts : {}).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' || typeof value === 'number'
      ? [[name, value] as const]
      : Array.isArray(value)
        ? [[name, value.map(String).join(separator)] as const]
        : [],
  )
  return Object.fromEntries(entries)
}

/** What is wrong with a field, as a sentence. */
export function problemText(t: T, { code, facts }: Coded): string {
  const words = wordsOf(facts, t.language)
  return t.optional(`problem.${words['reason'] === 'checkChar' && code === 'USCC_INVALID' ? 'USCC_CHECK_CHAR' : code}`, words) ?? code
}

/** What the comparison found, as a sentence. */
export const findingText = (t: T, { code, facts }: Coded): string => t.optional(`finding.${code}`, wordsOf(facts, t.language)) ?? code
