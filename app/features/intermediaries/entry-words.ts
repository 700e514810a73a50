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

/** Under which text namespace the fields of a step are named. */
const fieldTexts = {
  identity: ['identity'],
  legalRepresentative: ['person'],
  qualifications: ['qualification'],
  practitioners: ['person'],
  affiliations: ['tie'],
  offerings: ['offering', 'fee'],
  commitments: ['commitments'],
} as const

/** The name of the field a problem is about, with its line where the step is a list; empty for the step as a whole. */
export function fieldLabel(t: T, step: keyof typeof fieldTexts, path: string): string {
  const parts = path.split('.')
  const line = parts.find((part) => /^\d+$/.test(part))
  const name = parts.findLast((part) => !/^\d+$/.test(part)) ?? ''
  const own = name === 'identity' ? 'identityNumber' : name
  const label = own === '' ? undefined : fieldTexts[step].map((texts) => t.optional(`${texts}.${own}`)).find((text) => text !== undefined)
  return [line === undefined ? undefined : t('row', { n: Number(line) + 1 }), label].filter((one) => one !== undefined).join(' ')
}
