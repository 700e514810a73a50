import type { RefusalTexts } from '#app/refusal.ts'
import { formatFen } from '#domain/kernel/money.ts'
import type { TypedProblem } from './read-typed-quote.ts'

/** The problems of a typed quote as errors of its fields, in the words of the namespace `sealing`. */
export function typedErrors(problems: readonly TypedProblem[], t: RefusalTexts): Record<string, string[]> {
  return Object.fromEntries(
    problems.map(({ field, code, facts }) => {
      const shown = Object.entries(facts).map(([name, value]) => [name, name.endsWith('Fen') ? formatFen(value) : value])
      return [field, [t.optional(`refusal.${code}`, Object.fromEntries(shown) as Record<string, string | number>) ?? code]]
    }),
  )
}
