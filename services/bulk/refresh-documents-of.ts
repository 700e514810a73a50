import { readDocumentFacts, writeDocuments } from '#search/intermediaries/refresh-search-document.ts'
import { buildSearchDocument } from '#search/intermediaries/search-document.ts'
import type { ImportAtWork } from './import-procedure.ts'

/** Documents built and written at a time: the event loop and the heap are shared with the pages. */
const documentsAtOnce = 250

/**
 * Writes the search documents of these firms, in the transaction that changed them. While a batch is built here the database writes the one
 * before and reads the one after.
 */
export async function refreshDocumentsOf(
  { unit: { tx } }: ImportAtWork,
  intermediaryIds: readonly string[],
  progress: (share: number) => void,
): Promise<void> {
  const ids = [...new Set(intermediaryIds)].sort()
  const read = (from: number) => readDocumentFacts(tx, ids.slice(from, from + documentsAtOnce))
  let reading = read(0)
  let writing: Promise<void> = Promise.resolve()
  try {
    for (let from = 0; from < ids.length; from += documentsAtOnce) {
      const facts = await reading
      reading = read(from + documentsAtOnce)
      // Awaited below; until then a failure is not unhandled.
      reading.catch(() => undefined)
      const documents = facts.map(buildSearchDocument)
      await writing
      writing = writeDocuments(tx, documents)
      writing.catch(() => undefined)
      progress(Math.min(1, (from + documentsAtOnce) / ids.length))
    }
    await writing
  } finally {
    // No statement may outlive the transaction.
    await Promise.allSettled([reading, writing])
  }
}
