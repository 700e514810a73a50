import { Readable } from 'node:stream'
import { csvLine } from '#domain/bulk/guard-cell.ts'
import { encodeGb18030 } from '#domain/bulk/encode-gb18030.ts'
import { writeXlsx } from './write-xlsx.server.ts'
import type { SheetToWrite } from './write-xlsx.server.ts'

export interface FileFormat {
  readonly format: 'csv' | 'xlsx'
  readonly encoding: 'utf-8' | 'gb18030'
}

/** The format that an address asks for; XLSX where it says nothing. */
export function formatOf(request: Request): FileFormat {
  const { searchParams } = new URL(request.url)
  return {
    format: searchParams.get('format') === 'csv' ? 'csv' : 'xlsx',
    encoding: searchParams.get('encoding') === 'gb18030' ? 'gb18030' : 'utf-8',
  }
}

const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A table as a download, written while it is read. CSV holds the first sheet only; in UTF-8 it begins with the mark that Excel wants. */
export function tableResponse(name: string, sheets: readonly SheetToWrite[], { format, encoding }: FileFormat): Response {
  const [table] = sheets
  const stream = format === 'xlsx' || !table ? writeXlsx(sheets) : Readable.from(csvBytes(table, encoding), { objectMode: false })
  const charset = format === 'csv' ? `; charset=${encoding}` : ''
  return new Response(Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': `${mediaTypes[format]}${charset}`,
      'Content-Disposition': `attachment; filename="table.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}

async function* csvBytes({ rows }: SheetToWrite, encoding: FileFormat['encoding']): AsyncGenerator<Uint8Array> {
  const encode = (text: string) => (encoding === 'gb18030' ? encodeGb18030(text) : new TextEncoder().encode(text))
  if (encoding === 'utf-8') yield encode('\uFEFF')
  for await (const some of rows) yield encode(some.map(csvLine).join(''))
}
