import { refreshSearchDocument } from '#search/intermediaries/refresh-search-document.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'

const topics = new Set(['catalogue.itemChanged', 'catalogue.itemCancelled'])

/**
 * Renews the search documents of the firms whose offerings a new version of an item concerns. Each firm once, in the order of their
 * ids, so that two drainers never wait for one another crosswise.
 */
export async function refreshConcernedFirms(
  { tx }: Pick<UnitOfWork, 'tx'>,
  events: readonly { readonly topic: string; readonly entityId: string }[],
): Promise<void> {
  const offeringIds = events.filter(({ topic }) => topics.has(topic)).map(({ entityId }) => entityId)
  if (offeringIds.length === 0) return
  const offerings = await tx.serviceOffering.findMany({
    where: { id: { in: offeringIds } },
    distinct: ['intermediaryId'],
    orderBy: { intermediaryId: 'asc' },
    select: { intermediaryId: true },
  })
  for (const { intermediaryId } of offerings) await refreshSearchDocument(tx, intermediaryId)
}
