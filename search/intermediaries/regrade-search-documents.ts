import type { Tx } from '#prisma/client.ts'

/**
 * What `refreshSearchDocuments` does where nothing but the grade changed, by one statement: most of those whom new rules or a new fact
 * move get another letter and nothing else. The same rows are locked in the same order; where it waited for one, the document that the
 * other wrote is the one that gets the letter. A new version tells an external search engine.
 * @param intermediaryIds with a search document
 */
export async function regradeSearchDocuments(tx: Tx, intermediaryIds: readonly string[]): Promise<void> {
  if (intermediaryIds.length === 0) return
  await tx.$executeRaw`
    WITH locked AS MATERIALIZED (
      SELECT "id", "subjectId" FROM "Intermediary" WHERE "id" = ANY (${[...intermediaryIds]}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE
    )
    UPDATE "SearchDocument" AS held SET "grade" = c."gradeOffList", "version" = nextval('search_document_version')
    FROM locked JOIN "CreditStanding" c USING ("subjectId")
    WHERE held."intermediaryId" = locked."id" AND held."grade" <> c."gradeOffList"`
}
