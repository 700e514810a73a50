import { bigramsOf, gramsOf } from '#search/text/fold-text.ts'
import { nameCore } from '#search/text/name-core.ts'
import type { Bind, Offers } from './offer-terms.ts'
import type { GramShare } from './rare-pairs.ts'
import { candidateTwos, lookupPairs } from './rare-pairs.ts'
import type { QueryWord, Reading } from './read-query.ts'

export interface WordContext {
  readonly reading: Reading
  readonly shareOf: GramShare
  readonly offers: Offers
  readonly linesOf: (codes: readonly string[]) => readonly string[]
  readonly bind: Bind
}

/** One of the meanings of a word must hold. */
export function wordCondition(word: QueryWord, { reading, shareOf, offers, linesOf, bind }: WordContext): string {
  const meanings = [textCondition(word, reading, shareOf, bind)]
  if (word.itemCodes.length > 0) meanings.push(offers.offering(word.itemCodes))
  if (word.divisionCodes.length > 0) meanings.push(`"divisionCodes" && ${bind(linesOf(word.divisionCodes), 'text[]')}`)
  return `(${meanings.join(' OR ')})`
}

function textCondition({ word, kind }: QueryWord, reading: Reading, shareOf: GramShare, bind: Bind): string {
  if (kind === 'CODE') return `"uscc" LIKE ${bind(`${word}%`, 'text')}`
  const pairs = bigramsOf(reading.isInexact ? nameCore(word) : word)
  if (reading.isInexact && kind === 'WORD' && pairs.length > 1) {
    // Half of the pairs: one wrong character spoils two of them.
    const shared = sharedGrams(bind(pairs, 'text[]'))
    return `((${candidates(pairs, shareOf, bind)}) AND ${shared} >= ${bind(Math.ceil(pairs.length / 2), 'int')})`
  }
  const lookup = `"grams" @> ${bind(pairs.length > 0 ? lookupPairs(pairs, shareOf) : gramsOf(word), 'text[]')}`
  const looked = lookupPairs(pairs, shareOf).length < pairs.length
  // The empty array keeps the index out of the rest: it would read the long list of every common pair.
  const named = looked ? `(${lookup} AND "grams" || '{}'::text[] @> ${bind(pairs, 'text[]')})` : lookup
  // A trigram index can't find two letters in the middle of a word, only at its beginning.
  return kind === 'LETTERS' ? `"initials" LIKE ${bind(word.length < 3 ? `% ${word}%` : `%${word}%`, 'text')} OR ${named}` : named
}

/** By which similar names are looked up: few lists, and short ones. */
function candidates(pairs: readonly string[], shareOf: GramShare, bind: Bind): string {
  if (pairs.length === 2) return `"grams" && ${bind(pairs, 'text[]')}`
  return candidateTwos(pairs, shareOf)
    .map((two) => `"grams" @> ${bind(two, 'text[]')}`)
    .join(' OR ')
}

const sharedGrams = (grams: string): string => `(SELECT count(*) FROM unnest(${grams}) gram WHERE gram = ANY("grams"))`

/** That the name contains the whole text: ranks 0 to 2. */
export function namedBy(whole: string, shareOf: GramShare, bind: Bind): string {
  const pairs = bigramsOf(whole)
  const lookup = bind(pairs.length > 0 ? lookupPairs(pairs, shareOf) : gramsOf(whole), 'text[]')
  return `"grams" @> ${lookup} AND strpos("nameKey", ${bind(whole, 'text')}) > 0`
}

/** Smaller is nearer: the same name or code, a name that begins with the text, that contains it, a firm that offers the service, the rest. */
export function rankOf({ words, whole, isInexact }: Reading, focus: readonly string[], { offering }: Offers, bind: Bind): string {
  if (words.length === 0) return '0'
  // By trigrams of the whole name: beside a wrong character hardly a pair is left to tell by.
  if (isInexact) return `1 - similarity("nameKey", ${bind(whole, 'text')})`
  const key = bind(whole, 'text')
  const offers = focus.length === 0 ? '' : `WHEN ${offering(focus)} THEN 3`
  return `CASE WHEN "nameKey" = ${key} OR "uscc" = ${key} THEN 0 WHEN starts_with("nameKey", ${key}) THEN 1 WHEN strpos("nameKey", ${key}) > 0 THEN 2 ${offers} ELSE 4 END`
}
