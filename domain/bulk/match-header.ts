import type { ImportColumn } from './column.ts'
import { headingOf } from './column.ts'

/** In what a heading says its amounts are counted: 元 or 万元. */
export type HeadingUnit = 'YUAN' | 'TEN_THOUSAND_YUAN'

export interface MatchedColumn {
  readonly column: ImportColumn
  /** From 0. */
  readonly index: number
  readonly unit: HeadingUnit
}

export interface MatchedHeader {
  readonly columns: readonly MatchedColumn[]
  readonly missing: readonly ImportColumn[]
  /** Headings of columns that stand there twice. */
  readonly repeated: readonly string[]
  readonly ignored: readonly string[]
}

const tenThousand = /^(万元|万|10,?000yuan|10kyuan|cny10,?000|tenthousandyuan)$/

/** A heading as compared: without case, blanks, marks of a required column, and what stands in brackets at its end. */
function foldHeading(heading: string): { readonly name: string; readonly bracket: string } {
  const folded = heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*\-:'"]/g, '')
  const match = /^(.+?)[([]([^()[\]]*)[)\]]$/.exec(folded)
  return match ? { name: match[1] ?? '', bracket: match[2] ?? '' } : { name: folded, bracket: '' }
}

/** Reads a row as the header: columns in any order, headings in Chinese or English or by key, unknown ones named. */
export function matchHeader(cells: readonly string[], columns: readonly ImportColumn[]): MatchedHeader {
  const byName = new Map<string, ImportColumn>()
  for (const column of columns) {
    const names = [column.key, column.zh, column.en, headingOf(column, 'zh'), headingOf(column, 'en'), ...(column.also ?? [])]
    for (const name of names) byName.set(foldHeading(name).name, column)
  }
  const matched = new Map<string, MatchedColumn>()
  const repeated: string[] = []
  const ignored: string[] = []
  cells.forEach((heading, index) => {
    const { name, bracket } = foldHeading(heading)
    if (name === '') return
    const column = byName.get(name)
    if (!column) ignored.push(heading.trim().slice(0, 60))
    else if (matched.has(column.key)) repeated.push(heading.trim().slice(0, 60))
    else matched.set(column.key, { column, index, unit: tenThousand.test(bracket) ? 'TEN_THOUSAND_YUAN' : 'YUAN' })
  })
  const missing = columns.filter(({ key, isRequired }) => isRequired && !matched.has(key))
  return { columns: [...matched.values()], missing, repeated, ignored }
}

/**
 * The header among the first rows of a sheet: above it may stand a title over merged cells, a date, an issuing office. The first row with
 * every required column is it; failing that, the one that has most of them.
 */
export function findHeader(
  rows: readonly (readonly string[])[],
  columns: readonly ImportColumn[],
): { readonly at: number; readonly header: MatchedHeader } | null {
  let best: { at: number; header: MatchedHeader } | null = null
  for (const [at, cells] of rows.entries()) {
    const header = matchHeader(cells, columns)
    if (header.columns.length === 0) continue
    if (!best || header.missing.length < best.header.missing.length) best = { at, header }
    if (header.missing.length === 0) break
  }
  return best
}
