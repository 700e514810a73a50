import { foldTypedCode } from '#domain/kernel/fold-typed-code.ts'
import type { SearchTier } from '#search/search-port.ts'
import { foldText, foldWords } from '#search/text/fold-text.ts'
import type { CatalogueWords } from './catalogue-words.ts'
import { cutAtEverydayWords, divisionsNamed, itemsAlike, itemsNamed } from './catalogue-words.ts'

/** One word of a query with all it may mean; one of its meanings must hold. */
export interface QueryWord {
  readonly word: string
  readonly kind: 'CODE' | 'LETTERS' | 'WORD'
  readonly itemCodes: readonly string[]
  readonly divisionCodes: readonly string[]
}

/** One way to understand a text. */
export interface Reading {
  readonly tier: SearchTier
  readonly words: readonly QueryWord[]
  /** The whole text folded, to put equal names first. */
  readonly whole: string
  /** True when shared pairs are enough: the tier SIMILAR. */
  readonly isInexact: boolean
}

/** Longer texts are cut: nothing in a name is longer, and each word costs an index scan. */
const mostWords = 6

/** The readings of a text in the order they are tried; the first that finds anything is the answer. */
export function readQuery(text: string, catalogue: CatalogueWords): readonly [Reading, ...Reading[]] {
  const words = foldWords(text).slice(0, mostWords)
  const whole = foldText(text).slice(0, 60)
  if (words.length === 0) return [{ tier: 'ALL', words: [], whole: '', isInexact: false }]

  const code = foldTypedCode(text)
  if (isCodeBeginning(code)) {
    return [{ tier: 'CODE', words: [{ word: code, kind: 'CODE', itemCodes: [], divisionCodes: [] }], whole: code, isInexact: false }]
  }
  // An item's code as printed in the catalogue, hyphens and all.
  const itemCode = itemsNamed(whole, catalogue)
  if (itemCode.length === 1 && foldText(itemCode[0] ?? '') === whole) {
    return [{ tier: 'CODE', words: [{ word: whole, kind: 'WORD', itemCodes: itemCode, divisionCodes: [] }], whole, isInexact: false }]
  }
  // Several words that together name a service: 'environmental impact'.
  const isOneService = words.length > 1 && itemCode.length > 0
  const exact = (isOneService ? [whole] : words).map((word) => meaningsOf(word, catalogue))
  const tier = exact.every(({ kind }) => kind === 'LETTERS') ? 'INITIALS' : 'WORDS'
  const readings: [Reading, ...Reading[]] = [{ tier, words: exact, whole, isInexact: false }]
  const parts = words.flatMap(cutAtEverydayWords).slice(0, mostWords)
  if (parts.length > words.length) {
    readings.push({ tier: 'PARTS', words: parts.map((word) => meaningsOf(word, catalogue)), whole, isInexact: false })
  }
  if (exact.some(({ kind, word }) => kind === 'WORD' && word.length > 2)) {
    const alike = exact.map((word) => (word.itemCodes.length > 0 ? word : { ...word, itemCodes: itemsAlike(word.word, catalogue) }))
    readings.push({ tier: 'SIMILAR', words: alike, whole, isInexact: true })
  }
  return readings
}

function meaningsOf(word: string, catalogue: CatalogueWords): QueryWord {
  if (isCodeBeginning(word.toUpperCase())) return { word: word.toUpperCase(), kind: 'CODE', itemCodes: [], divisionCodes: [] }
  return {
    word: word.slice(0, 40),
    kind: /^[a-z]+$/.test(word) ? 'LETTERS' : 'WORD',
    itemCodes: itemsNamed(word, catalogue),
    divisionCodes: divisionsNamed(word, catalogue),
  }
}

/** Whether it can be the beginning of a USCC: its characters, digits among them, and not too short to tell. */
function isCodeBeginning(text: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{3,18}$/.test(text) && /\d{2}/.test(text)
}
