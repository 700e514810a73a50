import { importLimits } from '#domain/bulk/import-run.ts'
import { isDateFormat } from './date-format.ts'
import { readXml } from './read-xml.ts'
import { SheetProblem } from './sheet-problem.ts'
import { StringTable } from './string-table.ts'
import { openWorkbookParts } from './workbook-parts.ts'
import type { WorkbookParts } from './workbook-parts.ts'

/** What all sheets of a workbook share. */
export interface Workbook {
  readonly parts: WorkbookParts
  /** Parts of the visible sheets, in their order. */
  readonly sheets: readonly string[]
  readonly texts: StringTable
  /** Whether the style of that number shows a number as a date. */
  readonly isDateStyle: readonly boolean[]
  readonly isFrom1904: boolean
}

/** Small parts: lists of sheets, styles. Ours. */
const mostPartBytes = 16 * 1024 * 1024

/** Opens a workbook (ECMA-376, .xlsx). @throws SheetProblem NOT_A_TABLE, FILE_DAMAGED, FILE_ENCRYPTED, XML_ENTITIES, UNPACKS_TOO_LARGE */
export async function openWorkbook(content: Buffer): Promise<Workbook> {
  const parts = await openWorkbookParts(content)
  if (!parts.has('xl/workbook.xml')) throw new SheetProblem('NOT_A_TABLE')
  const targets = await targetsOf(parts)
  const { sheetIds, isFrom1904 } = await readWorkbook(parts)
  const sheets = sheetIds.flatMap((id) => targets.get(id)?.target ?? []).filter((name) => parts.has(name))
  if (sheets.length === 0) throw new SheetProblem('NO_SHEET')
  const partOfType = (type: string) => [...targets.values()].find((one) => one.type.endsWith(`/${type}`))?.target
  return {
    parts,
    sheets,
    isFrom1904,
    texts: await readTexts(parts, partOfType('sharedStrings') ?? 'xl/sharedStrings.xml'),
    isDateStyle: await readStyles(parts, partOfType('styles') ?? 'xl/styles.xml'),
  }
}

async function targetsOf(parts: WorkbookParts): Promise<ReadonlyMap<string, { readonly target: string; readonly type: string }>> {
  const targets = new Map<string, { target: string; type: string }>()
  const relations = 'xl/_rels/workbook.xml.rels'
  if (!parts.has(relations)) throw new SheetProblem('FILE_DAMAGED')
  await readXml(parts.read(relations, mostPartBytes), {
    open(name, { Id: id = '', Target: target = '', Type: type = '' }) {
      if (name !== 'Relationship') return
      targets.set(id, { target: target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`, type })
    },
  })
  return targets
}

async function readWorkbook(parts: WorkbookParts): Promise<{ readonly sheetIds: readonly string[]; readonly isFrom1904: boolean }> {
  const sheetIds: string[] = []
  let isFrom1904 = false
  await readXml(parts.read('xl/workbook.xml', mostPartBytes), {
    open(name, attributes) {
      if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return
      const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))
      if (id) sheetIds.push(id[1])
    },
  })
  return { sheetIds, isFrom1904 }
}

async function readTexts(parts: WorkbookParts, name: string): Promise<StringTable> {
  const texts = new StringTable()
  if (!parts.has(name)) return texts
  let current = ''
  let isText = false
  let isPhonetic = false
  await readXml(parts.read(name, importLimits.sharedStringsBytes), {
    open(tag) {
      if (tag === 'si') current = ''
      if (tag === 'rPh') isPhonetic = true
      isText = tag === 't' && !isPhonetic
    },
    text(text) {
      if (isText && current.length <= importLimits.cellCharacters) current += text
    },
    close(tag) {
      if (tag === 't') isText = false
      if (tag === 'rPh') isPhonetic = false
      if (tag === 'si') texts.add(current)
    },
  })
  return texts
}

async function readStyles(parts: WorkbookParts, name: string): Promise<readonly boolean[]> {
  if (!parts.has(name)) return []
  const ownFormats = new Map<number, string>()
  const styles: boolean[] = []
  let isInCells = false
  await readXml(parts.read(name, mostPartBytes), {
    open(tag, attributes) {
      if (tag === 'numFmt') ownFormats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (tag === 'cellXfs') isInCells = true
      if (tag === 'xf' && isInCells) {
        const id = Number(attributes['numFmtId'] ?? 0)
        styles.push(isDateFormat(id, ownFormats.get(id)))
      }
    },
    close(tag) {
      if (tag === 'cellXfs') isInCells = false
    },
  })
  return styles
}
