import { setImmediate } from 'node:timers/promises'
import type { Tx } from '#prisma/client.ts'
import { readDocumentFacts, writeDocuments } from '#search/intermediaries/refresh-search-document.ts'
import { buildSearchDocument } from '#search/intermediaries/search-document.ts'
import type { SearchDocumentFacts, SearchDocumentRow } from '#search/intermediaries/search-document.ts'
import type { ImportAtWork } from './import-procedure.ts'

/** Documents built and written at a time: the event loop and the heap are shared with the pages. */
const documentsAtOnce = 250
/** Some milliseconds of building: so often the socket gets its turn. */
const builtAtOnce = 25

/**
 * Writes the search documents of these firms, in the transaction that changed them. While a batch is built here the database writes the one
 * before and reads the one after.
 * @param readFacts what the documents of some hundred firms are made of; each id once, in ascending order
 */
export async function refreshDocumentsOf(
  { unit: { tx } }: ImportAtWork,
  intermediaryIds: readonly string[],
  progress: (share: number) => void,
  readFacts: (tx: Tx, ids: readonly string[]) => Promise<readonly SearchDocumentFacts[]> = readDocumentFacts,
): Promise<void> {
  const ids = [...new Set(intermediaryIds)].sort()
  const read = (from: number) => readFacts(tx, ids.slice(from, from + documentsAtOnce))
  let reading = read(0)
  let writing: Promise<void> = Promise.resolve()
  try {
    for (let from = 0; from < ids.length; from += documentsAtOnce) {
      const facts = await reading
      reading = read(from + documentsAtOnce)
      // Awaited below; until then a failure is not unhandled.
      reading.catch(() => undefined)
      const documents = await builtFrom(facts)
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

/** A statement of some hundred kilobytes goes out piece by piece: built in one go, the documents would keep the database waiting for its rest. */
async function builtFrom(facts: readonly SearchDocumentFacts[]): Promise<readonly SearchDocumentRow[]> {
  const documents: SearchDocumentRow[] = []
  for (const one of facts) {
    if (documents.length % builtAtOnce === 0) await setImmediate()
    documents.push(buildSearchDocument(one))
  }
  return documents
}
