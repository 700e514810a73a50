import { fromBuffer } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { SheetProblem } from './sheet-problem.ts'

/** More parts than any workbook has that people fill in by hand. */
const mostParts = 2000

/** The parts of a workbook, read one by one from its ZIP file. */
export interface WorkbookParts {
  has(name: string): boolean
  /** The part as it is unpacked; ends with an error as soon as it is longer than announced or than `mostBytes`. */
  read(name: string, mostBytes: number): AsyncGenerator<Buffer>
}

/**
 * Opens the ZIP file of a workbook. Nothing is unpacked before it is asked for; a part that unpacks to more than it announced, or than it
 * may (a "zip bomb"), is refused.
 * @throws SheetProblem FILE_DAMAGED
 */
export async function openWorkbookParts(content: Buffer): Promise<WorkbookParts> {
  const zip = await open(content)
  const entries = await entriesOf(zip)
  return {
    has: (name) => entries.has(name),
    async *read(name, mostBytes) {
      const entry = entries.get(name)
      if (!entry) throw new SheetProblem('FILE_DAMAGED')
      if (entry.isEncrypted()) throw new SheetProblem('FILE_ENCRYPTED')
      if (entry.uncompressedSize > mostBytes) throw new SheetProblem('UNPACKS_TOO_LARGE', { most: mostBytes })
      const stream = await streamOf(zip, entry)
      let bytes = 0
      try {
        for await (const chunk of stream) {
          bytes += (chunk as Buffer).length
          if (bytes > mostBytes) throw new SheetProblem('UNPACKS_TOO_LARGE', { most: mostBytes })
          yield chunk as Buffer
        }
      } catch (error) {
        throw error instanceof SheetProblem ? error : new SheetProblem('FILE_DAMAGED')
      } finally {
        stream.destroy()
      }
    },
  }
}

function open(content: Buffer): Promise<ZipFile> {
  return new Promise((done, fail) => {
    fromBuffer(content, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) fail(new SheetProblem('FILE_DAMAGED'))
      else done(zip)
    })
  })
}

function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  return new Promise((done, fail) => {
    const entries = new Map<string, Entry>()
    const refuse = () => {
      fail(new SheetProblem('FILE_DAMAGED'))
    }
    if (zip.entryCount > mostParts) {
      refuse()
      return
    }
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.once('end', () => {
      done(entries)
    })
    zip.once('error', refuse)
    zip.readEntry()
  })
}

function streamOf(zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream & { destroy(): void }> {
  return new Promise((done, fail) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) fail(new SheetProblem('FILE_DAMAGED'))
      else done(stream)
    })
  })
}
