import type { RefusalTexts, UserError } from '#app/refusal.ts'

/** A bar without a last day has a sentence of its own. */
export function openEnded<E extends UserError>(error: E): E {
  const { facts } = error
  const isOpen = typeof facts === 'object' && facts !== null && 'until' in facts && facts.until === null
  return isOpen ? { ...error, code: `${error.code}_OPEN` } : error
}

/** The sentence for what keeps a firm out of a pool, as the API tells it: code and facts in one. */
export function obstacleText(t: RefusalTexts, obstacle: unknown): string {
  const facts = (obstacle ?? {}) as { readonly code?: string } & Readonly<Record<string, unknown>>
  const { code } = openEnded({ code: facts.code ?? '', facts })
  const words = Object.entries(facts).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return t.optional(`refusal.${code}`, Object.fromEntries(words)) ?? code
}
