import { refreshSearchDocuments } from '#search/intermediaries/refresh-search-document.ts'
import type { ImportAtWork } from './import-procedure.ts'

/** Documents built and written at a time: the event loop and the heap are shared with the pages. */
const documentsAtOnce = 250

/** Writes the search documents of these firms, in the transaction that changed them. */
export async function refreshDocumentsOf(
  { unit }: ImportAtWork,
  intermediaryIds: readonly string[],
  progress: (share: number) => void,
): Promise<void> {
  for (let from = 0; from < intermediaryIds.length; from += documentsAtOnce) {
    await refreshSearchDocuments(unit.tx, intermediaryIds.slice(from, from + documentsAtOnce))
    progress(Math.min(1, (from + documentsAtOnce) / intermediaryIds.length))
  }
}
