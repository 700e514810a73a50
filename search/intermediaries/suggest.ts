import type { Pool } from 'pg'
import type { Suggestion, SuggestionQuery } from '#search/search-port.ts'
import { foldText } from '#search/text/fold-text.ts'
import type { CatalogueWords, NamedCode } from './catalogue-words.ts'
import { itemsNamed } from './catalogue-words.ts'
import type { Reading } from './read-query.ts'
import { readQuery } from './read-query.ts'

/** An intermediary as suggested. */
export interface NamedFirm {
  readonly uscc: string
  readonly name: string
}

/** At most this many items, and this many divisions: the rest is for the firms (our own default). */
const mostItems = 3
const mostDivisions = 2

/**
 * Suggestions for a text being typed. Items and divisions come from the vocabulary in memory; `firmsNamed` brings firms whose name or
 * code fits the reading, in their neutral order, and is not asked for a single character, which fits half the register.
 */
export async function suggest(
  { text, limit }: SuggestionQuery,
  catalogue: CatalogueWords,
  firmsNamed: (reading: Reading, limit: number) => Promise<readonly NamedFirm[]>,
): Promise<readonly Suggestion[]> {
  const typed = foldText(text)
  if (typed === '') return []
  const meant = new Set(itemsNamed(typed, catalogue))
  const items = nearest(typed, catalogue.items, (item) => meant.has(item.code)).slice(0, mostItems)
  const divisions = nearest(typed, catalogue.divisions, () => false).slice(0, mostDivisions)
  const suggestions: Suggestion[] = [
    ...items.map(({ code, name }) => ({ kind: 'SERVICE_ITEM', key: code, name }) as const),
    ...divisions.map(({ code, name }) => ({ kind: 'DIVISION', key: code, name }) as const),
  ].slice(0, limit)
  const left = limit - suggestions.length
  if (left === 0 || [...typed].length < 2) return suggestions
  const firms = await firmsNamed(byNameOnly(text, catalogue), left)
  return [...suggestions, ...firms.map(({ uscc, name }) => ({ kind: 'INTERMEDIARY', key: uscc, name }) as const)]
}

/** The plainest reading without what its words mean beside names: a service typed has been suggested as such already. */
function byNameOnly(text: string, catalogue: CatalogueWords): Reading {
  const [plainest] = readQuery(text, catalogue)
  return { ...plainest, words: plainest.words.map((word) => ({ ...word, itemCodes: [], divisionCodes: [] })) }
}

/** Those that fit, names that begin with the text first; in the catalogue's order among equals. */
function nearest(typed: string, named: readonly NamedCode[], isMeant: (one: NamedCode) => boolean): NamedCode[] {
  const rank = (one: NamedCode): number => {
    if (one.nameKey.startsWith(typed) || foldText(one.code).startsWith(typed)) return 0
    if (one.nameKey.includes(typed) || isMeant(one)) return 1
    return typed.length >= 2 && (one.initials.startsWith(typed) || one.englishKey.startsWith(typed)) ? 2 : 3
  }
  const ranked = named.map((one) => ({ one, rank: rank(one) })).filter((entry) => entry.rank < 3)
  return ranked.sort((a, b) => a.rank - b.rank).map(({ one }) => one)
}

/** The firms of a page by name, in its order. */
export async function namesOf(pool: Pool, ids: readonly string[]): Promise<readonly NamedFirm[]> {
  const { rows } = await pool.query<NamedFirm>(
    `SELECT d."uscc", d."name" FROM unnest($1::uuid[]) WITH ORDINALITY AS hit(id, at)
     JOIN "SearchDocument" d ON d."intermediaryId" = hit.id ORDER BY hit.at`,
    [ids],
  )
  return rows
}
