import { bigramsOf, gramsOf } from '#search/text/fold-text.ts'
import type { QueryWord } from './read-query.ts'
import type { SearchPlan } from './search-statement.ts'
import type { Shares } from './shares.ts'

/** Beginnings of codes and initials shorter than this say too little to be looked up; longer ones are taken for rare. */
const tellingCode = 10
const tellingInitials = 3

/**
 * About which share of the documents fits text, items and divisions, from 0 to 1: that of the rarest condition, as if the others were no
 * help. 0 for similar names, which are looked up in any case.
 */
export function breadthOf({ query, reading, catalogue, shares }: SearchPlan): number {
  if (reading.isInexact) return 0
  const linesOf = (codes: readonly string[]) => codes.flatMap((code) => catalogue.linesOfDivision.get(code) ?? [code])
  const conditions = reading.words.map((word) => shareOfWord(word, linesOf, shares))
  if (query.serviceItemCodes.length > 0) {
    const ofItems = query.serviceItemCodes.map(shares.item)
    conditions.push(query.isOfferingAll ? Math.min(...ofItems) : sum(ofItems))
  }
  if (query.divisionCodes.length > 0) conditions.push(sum(linesOf(query.divisionCodes).map(shares.division)))
  return Math.min(1, ...conditions)
}

function shareOfWord(word: QueryWord, linesOf: (codes: readonly string[]) => string[], shares: Shares): number {
  const meanings = sum(word.itemCodes.map(shares.item)) + sum(linesOf(word.divisionCodes).map(shares.division))
  return meanings + shareOfText(word, shares)
}

function shareOfText({ word, kind }: QueryWord, shares: Shares): number {
  if (kind === 'CODE') return word.length < tellingCode ? 1 : 0
  if (kind === 'LETTERS') return word.length < tellingInitials ? 1 : 0
  const pairs = bigramsOf(word)
  return Math.min(...(pairs.length > 0 ? pairs : gramsOf(word)).map(shares.gram))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
