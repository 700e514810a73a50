import type { Tx } from '#prisma/client.ts'
import { placeWritten } from './neutral-places.ts'
import type { SearchDocumentFacts, SearchDocumentRow } from './search-document.ts'
import { buildSearchDocument } from './search-document.ts'

const columns = [
  'intermediaryId',
  'name',
  'nameKey',
  'uscc',
  'grams',
  'initials',
  'isListed',
  'neutralTicket',
  'grade',
  'serviceItemCodes',
  'offerFeesFen',
  'offerDays',
  'offerDivisions',
  'offerQualified',
  'divisionCodes',
  'minFeeFen',
  'minDays',
  'qualified',
  'barred',
  'blacklisted',
] as const satisfies readonly (keyof SearchDocumentRow)[]

const list = (of: (column: string) => string): string => columns.map(of).join(', ')

/**
 * Inserts or replaces search documents: pass one parameter, a JSON array of SearchDocumentRow. A document that changes gets a new version,
 * by which an external search engine learns of it; one that doesn't is left alone. Some thousand rows a statement are fine, so the bulk
 * seed uses it too.
 */
export const writeSearchDocuments = `
WITH written AS (
  INSERT INTO "SearchDocument" AS held (${list((column) => `"${column}"`)})
  SELECT ${list((column) => `"${column}"`)} FROM jsonb_populate_recordset(NULL::"SearchDocument", $1::jsonb)
  ON CONFLICT ("intermediaryId") DO UPDATE SET ${list((column) => `"${column}" = EXCLUDED."${column}"`)},
    "version" = nextval('search_document_version')
  WHERE (${list((column) => `held."${column}"`)}) IS DISTINCT FROM (${list((column) => `EXCLUDED."${column}"`)})
  RETURNING "intermediaryId", "neutralTicket"
)
${placeWritten}`

const readFacts = `
SELECT i."id" AS "intermediaryId", s."name", s."uscc", i."status" <> 'EXITED' AS "isListed", i."status" = 'EXITING' AS "isLeaving",
  CASE WHEN c."subjectId" IS NOT NULL THEN json_build_object('gradeOffList', c."gradeOffList",
    'lists', c."lists", 'bars', c."bars") END AS "standing",
  (SELECT coalesce(json_agg(json_build_object('serviceItemCode', o."serviceItemCode", 'divisionCodes', o."divisionCodes",
    'feeFen', o."feeFen", 'promisedWorkingDays', o."promisedWorkingDays", 'isWithdrawn', o."isWithdrawn",
    'isItemCancelled', t."status" = 'CANCELLED', 'isQualificationRequired', t."isQualificationRequired") ORDER BY o."serviceItemCode"), '[]')
    FROM "ServiceOffering" o JOIN "ServiceItem" t ON t."code" = o."serviceItemCode" WHERE o."intermediaryId" = i."id") AS "offerings",
  (SELECT coalesce(json_agg(json_build_object('serviceItemCodes', q."serviceItemCodes", 'validFromOn', q."validFromOn",
    'validUntilOn', q."validUntilOn")), '[]') FROM "Qualification" q WHERE q."intermediaryId" = i."id") AS "qualifications"
FROM "Intermediary" i JOIN "Subject" s ON s."id" = i."subjectId" LEFT JOIN "CreditStanding" c ON c."subjectId" = s."id"
WHERE i."id" = ANY ($1::uuid[])`

/**
 * Rebuilds the search document from current rows, inside the transaction that changed them: what it says takes effect with its cause.
 * The intermediary's row is locked first, so that of two changes at once the later document sees both.
 * @throws when there is no such intermediary
 */
export async function refreshSearchDocument(tx: Tx, intermediaryId: string): Promise<void> {
  await refreshSearchDocuments(tx, [intermediaryId])
}

/**
 * The same for many, in one order for everybody so that two at once wait for each other; some hundred at a time are fine.
 * @throws when one of them isn't there
 */
export async function refreshSearchDocuments(tx: Tx, intermediaryIds: readonly string[]): Promise<void> {
  const ids = [...new Set(intermediaryIds)].sort()
  await writeDocuments(tx, (await readDocumentFacts(tx, ids)).map(buildSearchDocument))
}

/**
 * Locks these rows and reads what their documents are made of.
 * @param ids each once, in ascending order
 * @throws when one of them isn't there
 */
export async function readDocumentFacts(tx: Tx, ids: readonly string[]): Promise<readonly SearchDocumentFacts[]> {
  if (ids.length === 0) return []
  await tx.$executeRaw`SELECT 1 FROM "Intermediary" WHERE "id" = ANY (${[...ids]}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
  const facts = await tx.$queryRawUnsafe<SearchDocumentFacts[]>(readFacts, ids)
  if (facts.length !== ids.length)
    throw new Error(`${ids.length - facts.length} intermediaries are not there, of ${ids.slice(0, 3).join()}`)
  return facts
}

/** Writes documents as they were built from locked rows. */
export async function writeDocuments(tx: Tx, documents: readonly SearchDocumentRow[]): Promise<void> {
  if (documents.length > 0) await tx.$executeRawUnsafe(writeSearchDocuments, JSON.stringify(documents))
}
