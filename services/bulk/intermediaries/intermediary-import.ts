import { intermediaryColumns } from '#domain/bulk/columns/intermediary-columns.ts'
import { importLimits } from '#domain/bulk/import-run.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { ImportAtWork, ImportProcedure } from '../import-procedure.ts'
import { applyIntermediaries } from './apply-intermediaries.ts'
import { firmFields, intermediaryJudge } from './judge-intermediary.ts'

/** 中介服务机构名录: firms taken over from an older register, with their certificates. Existing ones are updated, nothing is taken away. */
export const intermediaryImport: ImportProcedure = {
  kind: 'INTERMEDIARIES',
  columns: intermediaryColumns,
  mostRows: importLimits.rows,
  staging: {
    key: 'text',
    uscc: 'text',
    name: 'text',
    nameEn: 'text',
    divisionCode: 'text',
    legalForm: 'text',
    legalRepresentative: 'text',
    address: 'text',
    phone: 'text',
    introduction: 'text',
    listedOn: 'date',
    hasCertificate: 'boolean',
    qualificationName: 'text',
    qualificationGrade: 'text',
    certificateNo: 'text',
    issuer: 'text',
    validFromOn: 'date',
    validUntilOn: 'date',
    qualifiedItems: 'text[]',
  },
  prepare: intermediaryJudge,
  check,
  compare,
  judgeChanges,
  apply: applyIntermediaries,
}

async function check({ unit }: ImportAtWork): Promise<void> {
  const { tx } = unit
  await tx.$executeRaw`
    INSERT INTO import_fault
    SELECT "row", CASE WHEN "hasCertificate" THEN 'certificateNo' ELSE 'uscc' END, coalesce("certificateNo", "uscc"), 'ROW_TWICE',
      jsonb_build_object('firstRow', "firstRow") FROM (
      SELECT "row", "uscc", "certificateNo", "hasCertificate", min("row") OVER (PARTITION BY "uscc" COLLATE "C", coalesce("certificateNo", '') COLLATE "C") AS "firstRow"
      FROM import_row) r WHERE "row" > "firstRow"`
  const fields = firmFields.map((field) => `('${field}', r."${field}"::text, f."${field}"::text)`).join(', ')
  await tx.$executeRawUnsafe(`
    INSERT INTO import_fault
    SELECT r."row", v."field", left(coalesce(v."own", ''), 100), 'ROWS_DISAGREE', jsonb_build_object('firstRow', f."row")
    FROM import_row r JOIN (SELECT DISTINCT ON ("uscc" COLLATE "C") * FROM import_row ORDER BY "uscc" COLLATE "C", "row") f ON f."uscc" = r."uscc" AND f."row" < r."row"
      CROSS JOIN LATERAL (VALUES ${fields}) AS v("field", "own", "first") WHERE v."own" IS DISTINCT FROM v."first"`)
  await tx.$executeRaw`
    INSERT INTO import_fault
    SELECT r."row", 'uscc', r."uscc", 'USCC_ALREADY_REGISTERED', jsonb_build_object('uscc', r."uscc", 'name', s."name")
    FROM import_row r JOIN "Subject" s ON s."uscc" = r."uscc"
    WHERE NOT EXISTS (SELECT FROM "Intermediary" i WHERE i."subjectId" = s."id")`
}

/** Of a column that the file doesn't have, the value on record stands; the day of listing never changes afterwards. */
async function compare({ unit, present }: ImportAtWork): Promise<void> {
  const has = (field: string) => Prisma.sql`${present.has(field)}`
  await unit.tx.$executeRaw`
    INSERT INTO import_change
    SELECT * FROM (
      SELECT r."row", r."key", r."name", i."id" IS NULL AS "isNew", array_remove(ARRAY[
        CASE WHEN r."name" IS DISTINCT FROM s."name" THEN 'name' END,
        CASE WHEN ${has('nameEn')} AND r."nameEn" IS DISTINCT FROM o."nameEn" THEN 'nameEn' END,
        CASE WHEN r."divisionCode" IS DISTINCT FROM s."divisionCode" THEN 'divisionCode' END,
        CASE WHEN r."legalForm" IS DISTINCT FROM i."legalForm" THEN 'legalForm' END,
        CASE WHEN r."legalRepresentative" IS DISTINCT FROM i."legalRepresentative" THEN 'legalRepresentative' END,
        CASE WHEN r."address" IS DISTINCT FROM i."address" THEN 'address' END,
        CASE WHEN r."phone" IS DISTINCT FROM i."phone" THEN 'phone' END,
        CASE WHEN ${has('introduction')} AND r."introduction" IS DISTINCT FROM i."introduction" THEN 'introduction' END,
        CASE WHEN r."hasCertificate" AND r."qualificationName" IS DISTINCT FROM q."name" THEN 'qualificationName' END,
        CASE WHEN r."hasCertificate" AND ${has('qualificationGrade')} AND r."qualificationGrade" IS DISTINCT FROM q."grade" THEN 'qualificationGrade' END,
        CASE WHEN r."hasCertificate" AND r."issuer" IS DISTINCT FROM q."issuer" THEN 'issuer' END,
        CASE WHEN r."hasCertificate" AND r."validFromOn" IS DISTINCT FROM q."validFromOn" THEN 'validFromOn' END,
        CASE WHEN r."hasCertificate" AND ${has('validUntilOn')} AND r."validUntilOn" IS DISTINCT FROM q."validUntilOn" THEN 'validUntilOn' END,
        CASE WHEN r."hasCertificate" AND ${has('qualifiedItems')} AND r."qualifiedItems" IS DISTINCT FROM
          ARRAY(SELECT DISTINCT c COLLATE "C" FROM unnest(q."serviceItemCodes") c ORDER BY 1) THEN 'qualifiedItems' END
      ]::text[], NULL) AS "fields"
      FROM import_row r LEFT JOIN "Subject" s ON s."uscc" = r."uscc" LEFT JOIN "Intermediary" i ON i."subjectId" = s."id"
        LEFT JOIN "Organisation" o ON o."subjectId" = s."id"
        LEFT JOIN LATERAL (SELECT * FROM "Qualification" q WHERE q."intermediaryId" = i."id" AND q."certificateNo" = r."certificateNo"
          ORDER BY q."validUntilOn" DESC NULLS FIRST, q."id" LIMIT 1) q ON true
    ) c WHERE "isNew" OR cardinality("fields") > 0`
}

/** Who has left the register doesn't come back by a table, and isn't altered by one. */
async function judgeChanges({ unit }: ImportAtWork): Promise<void> {
  await unit.tx.$executeRaw`
    INSERT INTO import_fault
    SELECT r."row", 'uscc', r."uscc", 'INTERMEDIARY_NOT_LISTED', jsonb_build_object('uscc', r."uscc")
    FROM import_row r JOIN import_change c ON c."row" = r."row" JOIN "Subject" s ON s."uscc" = r."uscc"
      JOIN "Intermediary" i ON i."subjectId" = s."id" WHERE i."status" = 'EXITED'`
}
