import { synonymGroups } from '#search/intermediaries/data/synonyms.ts'
import { bigramsOf, foldText } from '#search/text/fold-text.ts'

/** An entry of the catalogue as a report may name it, cancelled ones among them. */
export interface NamedItem {
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
}

/** Shorter words say too little about a service: 报告, 检测. */
const shortestWord = 3
/** The share of a text's neighbouring pairs of characters that a name must have, to count as meant with other words between. */
const pairShare = 0.6

/**
 * The entries that the words of an applicant may mean, the likeliest tier only: the code or the whole name; a name inside the text; the
 * text inside a name; an everyday word (synonyms.ts); most of the text's pairs. One: recognised. Several: the applicant picks. None: not
 * on the list. Our own reading of words (evidence D): a person looks at whatever alert follows.
 */
export function recogniseItem<T extends NamedItem>(text: string, items: readonly T[]): readonly T[] {
  const wanted = foldText(text)
  if (wanted === '') return []
  const named = items.map((item) => ({ item, key: foldText(item.nameZh), english: foldText(item.nameEn), code: foldText(item.code) }))
  const words = everydayWordsIn(wanted)
  const pairs = bigramsOf(wanted)
  const share = (key: string) => pairs.filter((pair) => key.includes(pair)).length / pairs.length
  const tiers: readonly ((one: (typeof named)[number]) => boolean)[] = [
    ({ key, english, code }) => wanted === key || wanted === english || wanted.includes(code),
    ({ key, english }) => wanted.includes(key) || wanted.includes(english),
    ({ key, english }) => wanted.length >= shortestWord && (key.includes(wanted) || english.includes(wanted)),
    ({ key, code }) => words.some((word) => key.includes(word) || foldText(word) === code),
    ({ key }) => pairs.length >= shortestWord && share(key) >= pairShare,
  ]
  for (const fits of tiers) {
    const found = named.filter(fits)
    if (found.length > 0) return found.map(({ item }) => item)
  }
  return []
}

/** All words that mean the same as an everyday word inside the text. */
function everydayWordsIn(wanted: string): readonly string[] {
  return synonymGroups.filter((group) => group.some((word) => wanted.includes(foldText(word)))).flatMap((group) => group.map(foldText))
}
