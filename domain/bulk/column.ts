/** How the cells of a column are read and written. */
export type CellType =
  | { readonly type: 'TEXT'; readonly most: number }
  /** A code: spaces and hyphens mean nothing, small letters are capitals. */
  | { readonly type: 'CODE'; readonly most: number }
  | { readonly type: 'USCC' }
  /** Several codes or names in one cell. */
  | { readonly type: 'LIST'; readonly most: number }
  /** Where a last day may be left open, 长期 and the like say the same as an empty cell. */
  | { readonly type: 'DAY'; readonly isOpenEnded?: true }
  | { readonly type: 'YES_NO' }
  | { readonly type: 'WHOLE_NUMBER'; readonly least: number; readonly most: number }
  /** A fee schedule; a bare number is a fixed fee in yuan, or in 万元 where the heading says so. */
  | { readonly type: 'FEE' }
  | { readonly type: 'ONE_OF'; readonly values: readonly CellChoice[] }

/** One value of a column that knows only some: as stored, and as people write it. The first of each language is written. */
export interface CellChoice {
  readonly value: string
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

/** One column of a table that people fill in. */
export interface ImportColumn {
  readonly key: string
  /** The heading, without a unit. */
  readonly zh: string
  readonly en: string
  /** Other headings that mean the same. */
  readonly also?: readonly string[]
  readonly cell: CellType
  /** The column must be there and no cell of it empty. */
  readonly isRequired: boolean
  /** Only for people to read: written in exports, not read. */
  readonly isInformative?: boolean
  /** Names or reaches a person: not in what the public may download. */
  readonly isPersonal?: boolean
  readonly example: { readonly zh: string; readonly en: string }
  /** For the notes of the template. */
  readonly note: { readonly zh: string; readonly en: string }
}

export type SheetLanguage = 'zh' | 'en'

/** The heading as a template and an export write it; of a fee with its unit. */
export function headingOf(column: ImportColumn, language: SheetLanguage): string {
  const name = column[language]
  if (column.cell.type !== 'FEE') return name
  return language === 'zh' ? `${name}（元）` : `${name} (yuan)`
}
