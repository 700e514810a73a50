import type { Tx } from '#prisma/client.ts'
import type { SearchDocumentFacts } from '#search/intermediaries/search-document.ts'

/**
 * What the search documents of firms that have just entered are made of: a name, a code and a standing. They offer nothing yet, so that their
 * certificates cover nothing, and nobody else sees them before the commit, so that there is nothing to lock.
 */
export async function factsOfAdded(tx: Tx, intermediaryIds: readonly string[]): Promise<readonly SearchDocumentFacts[]> {
  return tx.$queryRaw<SearchDocumentFacts[]>`
    SELECT f."intermediaryId", f."name", f."uscc", true AS "isListed", false AS "isLeaving", '[]'::json AS "offerings", '[]'::json AS "qualifications",
      json_build_object('gradeOffList', c."gradeOffList", 'lists', c."lists", 'bars', c."bars") AS "standing"
    FROM import_firm f JOIN "CreditStanding" c ON c."subjectId" = f."subjectId" WHERE f."intermediaryId" = ANY (${[...intermediaryIds]}::uuid[])`
}
