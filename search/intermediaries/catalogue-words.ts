import type { Pool } from 'pg'
import { bigramsOf, foldText } from '#search/text/fold-text.ts'
import { initialsOf } from '#search/text/pinyin-initials.ts'
import { synonymGroups } from './data/synonyms.ts'

/** A service item or division as a query may name it. */
export interface NamedCode {
  readonly code: string
  readonly name: string
  readonly nameKey: string
  readonly initials: string
  readonly englishKey: string
}

/** The small vocabulary that queries are read with: some 60 items and 40 divisions. */
export interface CatalogueWords {
  readonly items: readonly NamedCode[]
  readonly divisions: readonly NamedCode[]
  /** From a division to itself and all above it. */
  readonly linesOfDivision: ReadonlyMap<string, readonly string[]>
}

/** A word that fits more items than this tells nothing about the service wanted: '建设项目'. */
const mostItems = 12

const synonyms = synonymGroups.map((group) => ({
  words: group.filter((word) => !word.startsWith('ZJ-')).map(foldText),
  codes: group.filter((word) => word.startsWith('ZJ-')),
}))

/** Everyday words for services, longest first, to be found inside a longer query. */
const everydayWords = [...new Set(synonyms.flatMap(({ words }) => words))].sort((a, b) => b.length - a.length)

/** Reads the vocabulary; retained items only, since nobody may offer a cancelled one. */
export async function loadCatalogueWords(pool: Pool): Promise<CatalogueWords> {
  const items = await pool.query<{ code: string; nameZh: string; nameEn: string }>(
    `SELECT "code", "nameZh", "nameEn" FROM "ServiceItem" WHERE "status" = 'RETAINED' ORDER BY "code"`,
  )
  const divisions = await pool.query<{ code: string; nameZh: string; nameEn: string; parentCode: string | null }>(
    `SELECT "code", "nameZh", "nameEn", "parentCode" FROM "Division" ORDER BY "code"`,
  )
  const parents = new Map(divisions.rows.map(({ code, parentCode }) => [code, parentCode]))
  return {
    items: items.rows.map(named),
    divisions: divisions.rows.map(named),
    linesOfDivision: new Map(divisions.rows.map(({ code }) => [code, lineOf(code, parents)])),
  }
}

function named({ code, nameZh, nameEn }: { code: string; nameZh: string; nameEn: string }): NamedCode {
  const nameKey = foldText(nameZh)
  return { code, name: nameZh, nameKey, initials: initialsOf(nameKey), englishKey: foldText(nameEn) }
}

function lineOf(code: string, parents: ReadonlyMap<string, string | null>): string[] {
  const line = [code]
  for (let parent = parents.get(code); parent && !line.includes(parent); parent = parents.get(parent)) line.push(parent)
  return line
}

/** The items a word means: by name, everyday name, English name, initials or code; none when it fits too many. */
export function itemsNamed(word: string, { items }: CatalogueWords): string[] {
  const groups = synonyms.filter(({ words }) => words.includes(word))
  const alike = new Set([word, ...groups.flatMap(({ words }) => words)])
  const codes = new Set(groups.flatMap((group) => group.codes))
  const isLatin = /^[a-z]+$/.test(word)
  const found = items.filter(({ code, nameKey, englishKey, initials }) => {
    if (codes.has(code) || foldText(code) === word) return true
    if (isLatin) return (word.length >= 4 && englishKey.includes(word)) || (word.length >= 4 && initials.includes(word))
    return word.length >= 2 && [...alike].some((one) => nameKey.includes(one))
  })
  return found.length > mostItems ? [] : found.map(({ code }) => code)
}

/** The items whose names share at least 60 % of the word's pairs: a wrong character among them. */
export function itemsAlike(word: string, { items }: CatalogueWords): string[] {
  const pairs = bigramsOf(word)
  const share = ({ nameKey }: NamedCode) => pairs.filter((pair) => nameKey.includes(pair)).length / pairs.length
  const found = pairs.length < 3 ? [] : items.filter((item) => share(item) >= 0.6)
  return found.length > mostItems ? [] : found.map(({ code }) => code)
}

/** The divisions a word names, with or without 区, 市 or 县 at its end, or in English. */
export function divisionsNamed(word: string, { divisions }: CatalogueWords): string[] {
  return divisions
    .filter(
      ({ nameKey, englishKey }) =>
        nameKey === word || (word.length >= 2 && nameKey.replace(/[区市县省]$/, '') === word) || englishKey === word,
    )
    .map(({ code }) => code)
}

/** A long word cut at the everyday words inside it: '中豫环评' → ['中豫', '环评']. */
export function cutAtEverydayWords(word: string): string[] {
  const found = everydayWords.find((one) => one !== word && one.length >= 2 && word.includes(one))
  if (!found) return [word]
  const at = word.indexOf(found)
  const rest = [word.slice(0, at), word.slice(at + found.length)]
  return [...rest.slice(0, 1), found, ...rest.slice(1)].filter((part) => part !== '')
}
