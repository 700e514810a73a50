import { gramsOf } from '#search/text/fold-text.ts'
import { encodeKey } from './key.ts'

/** Days as numbers such as 20261122; the end is exclusive. Open on a side: 0 and 99999999. */
export type DaySpan = readonly [from: number, until: number]

/** So many spans of days a document holds; of more the latest, and nobody asks about days long past. */
export const spanPlaces = [0, 1, 2] as const

/** A row of SearchDocument as it is read for the engine (read-rows.ts). */
export interface EngineRow {
  readonly id: string
  readonly version: string
  readonly name: string
  readonly nameKey: string
  readonly uscc: string
  readonly initials: string
  readonly isListed: boolean
  readonly neutralTicket: number
  readonly grade: string
  readonly divisionCodes: readonly string[]
  readonly minFeeFen: number | null
  readonly minDays: number | null
  /** Days on which any offer may be chosen. */
  readonly choosable: readonly DaySpan[]
  readonly blacklisted: readonly DaySpan[]
  readonly offers: readonly {
    readonly itemCode: string
    readonly feeFen: number
    readonly days: number
    readonly divisionCodes: readonly string[]
    readonly choosable: readonly DaySpan[]
  }[]
}

/** An offer as the engine holds it, under the key of its item. */
export type EngineOffer = Readonly<Record<string, unknown>> & {
  readonly fee: number
  readonly days: number
  readonly divisions: readonly string[]
}

/** One document per firm. Codes are keys (key.ts); names and initials are searched by their grams, which need no knowledge of Chinese. */
export type EngineDocument = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly version: number
  readonly nameKey: string
  readonly uscc: string
  readonly ticket: number
  readonly grade: string
  readonly items: readonly string[]
  readonly divisions: readonly string[]
  /** In an answer, of the items asked about only. */
  readonly at?: Readonly<Record<string, EngineOffer>>
}

/** @param wide the divisions that have others below them, which a wider offer covers */
export function engineDocumentOf(row: EngineRow, wide: ReadonlySet<string>): EngineDocument {
  return {
    id: row.id,
    version: Number(row.version),
    name: row.name,
    nameKey: row.nameKey,
    uscc: row.uscc,
    ticket: row.neutralTicket,
    grade: row.grade,
    grams: gramsOf(row.nameKey).map(gramKey),
    initials: initialsKeys(row.initials),
    initialsText: row.initials,
    items: row.offers.map(({ itemCode }) => encodeKey(itemCode)),
    divisions: row.divisionCodes.map(encodeKey),
    wide: widest(row.divisionCodes, wide).map(encodeKey),
    fee: row.minFeeFen,
    days: row.minDays,
    ...spanFields(row.choosable, 'from', 'until'),
    ...spanFields(row.blacklisted, 'listedFrom', 'listedUntil'),
    at: Object.fromEntries(
      row.offers.map((offer) => [
        encodeKey(offer.itemCode),
        {
          fee: offer.feeFen,
          days: offer.days,
          divisions: offer.divisionCodes.map(encodeKey),
          wide: widest(offer.divisionCodes, wide).map(encodeKey),
          ...spanFields(offer.choosable, 'from', 'until'),
        },
      ]),
    ),
  }
}

/** Characters of a name as a key that no tokeniser takes apart. */
export const gramKey = (gram: string): string => [...gram].map((character) => `u${character.codePointAt(0)?.toString(16)}`).join('')

/** What initials are found by: any three or four in a row, and, after ^, the one or two that a word begins with. */
function initialsKeys(initials: string): string[] {
  const words = initials.split(' ').filter((word) => word !== '')
  const inARow = (length: number) =>
    words.flatMap((word) => Array.from({ length: Math.max(0, word.length - length + 1) }, (_, at) => word.slice(at, at + length)))
  return [...new Set([...words.flatMap((word) => [`^${word.slice(0, 1)}`, `^${word.slice(0, 2)}`]), ...inARow(3), ...inARow(4)])].map(
    encodeKey,
  )
}

/** The keys that all documents with these initials have. */
export function initialsLookup(letters: string): string[] {
  if (letters.length < 3) return [`^${letters}`]
  const length = Math.min(4, letters.length)
  return Array.from({ length: letters.length - length + 1 }, (_, at) => letters.slice(at, at + length))
}

function widest(codes: readonly string[], wide: ReadonlySet<string>): readonly string[] {
  return codes.some((code) => wide.has(code)) ? codes.filter((code) => wide.has(code)) : codes
}

/** Empty places are written too: an update by parts would leave old ones standing. */
function spanFields(spans: readonly DaySpan[], from: string, until: string): Record<string, number | null> {
  const latest = spans.slice(-spanPlaces.length)
  return Object.fromEntries(
    spanPlaces.flatMap((place) => [
      [`${from}${place}`, latest[place]?.[0] ?? null],
      [`${until}${place}`, latest[place]?.[1] ?? null],
    ]),
  )
}

export const dayNumber = (day: string): number => Number(day.replaceAll('-', ''))
