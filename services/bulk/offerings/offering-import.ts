import { offeringColumns } from '#domain/bulk/columns/offering-columns.ts'
import { importLimits } from '#domain/bulk/import-run.ts'
import type { ImportAtWork, ImportProcedure } from '../import-procedure.ts'
import { applyOfferings } from './apply-offerings.ts'
import { checkOfferingAvoidance } from './check-offering-avoidance.ts'
import { offeringJudge } from './judge-offering.ts'

/** 服务项目: what institutions of the register offer, by institution and item. Existing ones are updated, none is taken away. */
export const offeringImport: ImportProcedure = {
  kind: 'OFFERINGS',
  columns: offeringColumns,
  mostRows: importLimits.rows,
  staging: {
    key: 'text',
    uscc: 'text',
    serviceItemCode: 'text',
    divisionCodes: 'text[]',
    feeSchedule: 'jsonb',
    feeFen: 'int',
    promisedWorkingDays: 'int',
    feeNote: 'text',
    isWithdrawn: 'boolean',
    isQualificationRequired: 'boolean',
    breach: 'jsonb',
  },
  prepare: offeringJudge,
  check,
  compare,
  judgeChanges,
  apply: applyOfferings,
}

async function check({ unit }: ImportAtWork): Promise<void> {
  await unit.tx.$executeRaw`
    INSERT INTO import_fault
    SELECT "row", 'serviceItemCode', "serviceItemCode", 'ROW_TWICE', jsonb_build_object('firstRow', "firstRow") FROM (
      SELECT "row", "serviceItemCode", min("row") OVER (PARTITION BY "key" COLLATE "C") AS "firstRow" FROM import_row) r WHERE "row" > "firstRow"`
  await unit.tx.$executeRaw`
    INSERT INTO import_fault
    SELECT r."row", 'uscc', r."uscc", 'INTERMEDIARY_UNKNOWN', jsonb_build_object('uscc', r."uscc") FROM import_row r
    WHERE NOT EXISTS (SELECT FROM "Subject" s JOIN "Intermediary" i ON i."subjectId" = s."id" WHERE s."uscc" = r."uscc")`
}

/** Of a column that the file doesn't have, the value on record stands. */
async function compare({ unit, present }: ImportAtWork): Promise<void> {
  await unit.tx.$executeRaw`
    INSERT INTO import_change
    SELECT * FROM (
      SELECT r."row", r."key", s."name", o."id" IS NULL AS "isNew", array_remove(ARRAY[
        CASE WHEN r."divisionCodes" IS DISTINCT FROM ARRAY(SELECT DISTINCT d COLLATE "C" FROM unnest(o."divisionCodes") d ORDER BY 1) THEN 'divisionCodes' END,
        CASE WHEN r."feeSchedule" IS DISTINCT FROM o."feeSchedule" THEN 'feeSchedule' END,
        CASE WHEN r."promisedWorkingDays" IS DISTINCT FROM o."promisedWorkingDays" THEN 'promisedWorkingDays' END,
        CASE WHEN ${present.has('feeNote')} AND r."feeNote" IS DISTINCT FROM o."feeNote" THEN 'feeNote' END,
        CASE WHEN ${present.has('isWithdrawn')} AND r."isWithdrawn" IS DISTINCT FROM o."isWithdrawn" THEN 'isWithdrawn' END
      ]::text[], NULL) AS "fields"
      FROM import_row r JOIN "Subject" s ON s."uscc" = r."uscc" JOIN "Intermediary" i ON i."subjectId" = s."id"
        LEFT JOIN "ServiceOffering" o ON o."intermediaryId" = i."id" AND o."serviceItemCode" = r."serviceItemCode"
    ) c WHERE "isNew" OR cardinality("fields") > 0`
}

/** The rules of a new or changed offering (rulebook R2, R3): as when the institution writes it itself. A withdrawal breaks none. */
async function judgeChanges(work: ImportAtWork): Promise<void> {
  const { tx } = work.unit
  await tx.$executeRaw`
    INSERT INTO import_fault
    SELECT r."row", r."breach" ->> 'column', left(coalesce(to_jsonb(r) ->> (r."breach" ->> 'column'), ''), 100), r."breach" ->> 'code',
      (r."breach" -> 'facts') || jsonb_build_object('itemCode', r."serviceItemCode")
    FROM import_row r JOIN import_change c ON c."row" = r."row" WHERE r."breach" IS NOT NULL AND NOT r."isWithdrawn"`
  await tx.$executeRaw`
    INSERT INTO import_fault
    SELECT r."row", 'uscc', r."uscc", 'INTERMEDIARY_NOT_LISTED', jsonb_build_object('uscc', r."uscc")
    FROM import_row r JOIN import_change c ON c."row" = r."row" JOIN "Subject" s ON s."uscc" = r."uscc"
      JOIN "Intermediary" i ON i."subjectId" = s."id" WHERE i."status" <> 'LISTED' AND NOT r."isWithdrawn"`
  await tx.$executeRaw`
    INSERT INTO import_fault
    SELECT r."row", 'serviceItemCode', r."serviceItemCode", CASE WHEN q."last" IS NULL THEN 'QUALIFICATION_MISSING' ELSE 'QUALIFICATION_EXPIRED' END,
      jsonb_build_object('itemCode', r."serviceItemCode", 'validUntilOn', q."last")
    FROM import_row r JOIN import_change c ON c."row" = r."row" JOIN "Subject" s ON s."uscc" = r."uscc"
      JOIN "Intermediary" i ON i."subjectId" = s."id"
      CROSS JOIN LATERAL (
        SELECT max(q."validUntilOn") AS "last", coalesce(bool_or(q."validUntilOn" IS NULL OR q."validUntilOn" >= ${work.today}::date), false) AS "isCovered"
        FROM "Qualification" q WHERE q."intermediaryId" = i."id" AND q."validFromOn" <= ${work.today}::date
          AND r."serviceItemCode" = ANY (q."serviceItemCodes")) q
    WHERE r."isQualificationRequired" AND NOT r."isWithdrawn" AND r."breach" IS NULL AND NOT q."isCovered"`
  await checkOfferingAvoidance(work)
}
