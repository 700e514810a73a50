import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A workbook made by hand: parts by name, so that a test can leave any out or spoil it. */
export async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return new Uint8Array(await buffer(zip.outputStream))
}

/** The XML of one cell: a plain text, or any XML of a cell given in full. */
export type CellXml = string | { readonly xml: (reference: string) => string }

export const xml = {
  number: (value: string, style = 0): CellXml => ({ xml: (r) => `<c r="${r}" s="${style}"><v>${value}</v></c>` }),
  formula: (formula: string, value: string | null): CellXml => ({
    xml: (r) => `<c r="${r}" t="str"><f>${formula}</f>${value === null ? '' : `<v>${value}</v>`}</c>`,
  }),
  formulaWithoutValue: (formula: string): CellXml => ({ xml: (r) => `<c r="${r}"><f>${formula}</f></c>` }),
  error: (value: string): CellXml => ({ xml: (r) => `<c r="${r}" t="e"><v>${value}</v></c>` }),
  shared: (index: number): CellXml => ({ xml: (r) => `<c r="${r}" t="s"><v>${index}</v></c>` }),
  bool: (value: boolean): CellXml => ({ xml: (r) => `<c r="${r}" t="b"><v>${value ? 1 : 0}</v></c>` }),
}

const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)
const escape = (text: string) => text.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`)

/** The XML of a sheet. */
export function sheetXml(rows: readonly (readonly CellXml[])[]): string {
  const written = rows.map((cells, row) => {
    const filled = cells.map((cell, index) => {
      const reference = `${columnName(index)}${row + 1}`
      if (typeof cell !== 'string') return cell.xml(reference)
      return cell === '' ? '' : `<c r="${reference}" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`
    })
    return `<row r="${row + 1}">${filled.join('')}</row>`
  })
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${written.join('')}</sheetData></worksheet>`
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts of a workbook with these sheets; style 1 shows dates. */
export function workbookParts(
  sheets: readonly (readonly (readonly CellXml[])[])[],
  more: { readonly hidden?: readonly number[]; readonly isFrom1904?: boolean } = {},
): Record<string, string> {
  const listed = sheets.map((_, index) => {
    const state = more.hidden?.includes(index) ? ' state="hidden"' : ''
    return `<sheet name="S${index + 1}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`
  })
  const targets = sheets.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}"><workbookPr${more.isFrom1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map((rows, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(rows)])),
  }
}

export const workbookOf = (
  sheets: readonly (readonly (readonly CellXml[])[])[],
  more: { readonly hidden?: readonly number[]; readonly isFrom1904?: boolean } = {},
): Promise<Uint8Array<ArrayBuffer>> => zipOf(workbookParts(sheets, more))
