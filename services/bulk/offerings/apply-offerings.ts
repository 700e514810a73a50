import type { FeeSchedule } from '#domain/catalogue/fee-schedule.ts'
import type { ServiceOffering } from '#prisma/generated/client.ts'
import { flagSharpRise } from '../../intermediaries/flag-sharp-rise.ts'
import type { ImportAtWork } from '../import-procedure.ts'
import { refreshDocumentsOf } from '../refresh-documents-of.ts'
import { loadItems } from './judge-offering.ts'

/**
 * Writes new and changed offerings, each with a line in its history, and the search documents of their firms. Running engagements keep
 * what was agreed.
 */
export async function applyOfferings(work: ImportAtWork, progress: (share: number) => void): Promise<void> {
  const { tx, now } = work.unit
  const { number, createdById, present } = work
  // In one order for everybody, before anything is written: others who change these firms wait, and see the new offerings.
  await tx.$executeRaw`
    SELECT 1 FROM "Intermediary" WHERE "id" IN (SELECT i."id" FROM import_change c JOIN import_row r ON r."row" = c."row"
      JOIN "Subject" s ON s."uscc" = r."uscc" JOIN "Intermediary" i ON i."subjectId" = s."id") ORDER BY "id" FOR NO KEY UPDATE`
  await flagSharpRises(work)
  await tx.$executeRaw`
    CREATE TEMP TABLE import_offering ON COMMIT DROP AS
    SELECT r.*, c."isNew", i."id" AS "intermediaryId", coalesce(o."id", gen_random_uuid()) AS "offeringId", coalesce(o."version", 0) + 1 AS "version",
      CASE WHEN ${present.has('feeNote')} THEN r."feeNote" ELSE coalesce(o."feeNote", '') END AS "newFeeNote",
      CASE WHEN ${present.has('isWithdrawn')} THEN r."isWithdrawn" ELSE coalesce(o."isWithdrawn", false) END AS "newIsWithdrawn",
      coalesce(r."feeFen", o."feeFen", 0) AS "newFeeFen"
    FROM import_row r JOIN import_change c ON c."row" = r."row" JOIN "Subject" s ON s."uscc" = r."uscc"
      JOIN "Intermediary" i ON i."subjectId" = s."id"
      LEFT JOIN "ServiceOffering" o ON o."intermediaryId" = i."id" AND o."serviceItemCode" = r."serviceItemCode"`
  progress(0.05)
  await tx.$executeRaw`
    INSERT INTO "ServiceOffering" ("id", "intermediaryId", "serviceItemCode", "divisionCodes", "feeSchedule", "feeFen", "feeNote",
      "promisedWorkingDays", "isWithdrawn", "version", "updatedAt")
    SELECT "offeringId", "intermediaryId", "serviceItemCode", "divisionCodes", "feeSchedule", "newFeeFen", "newFeeNote",
      "promisedWorkingDays", "newIsWithdrawn", 1, ${now} FROM import_offering WHERE "isNew"`
  await tx.$executeRaw`
    UPDATE "ServiceOffering" o SET "divisionCodes" = n."divisionCodes", "feeSchedule" = n."feeSchedule", "feeFen" = n."newFeeFen",
      "feeNote" = n."newFeeNote", "promisedWorkingDays" = n."promisedWorkingDays", "isWithdrawn" = n."newIsWithdrawn",
      "version" = n."version", "updatedAt" = ${now}
    FROM import_offering n WHERE o."id" = n."offeringId" AND NOT n."isNew"`
  await tx.$executeRaw`
    INSERT INTO "OfferingVersion" ("offeringId", "version", "feeSchedule", "feeFen", "promisedWorkingDays", "divisionCodes", "isWithdrawn",
      "fromAt", "changedById", "reason")
    SELECT "offeringId", "version", "feeSchedule", "newFeeFen", "promisedWorkingDays", "divisionCodes", "newIsWithdrawn",
      ${now}, ${createdById}::uuid, ${`批量导入 ${number}`} FROM import_offering`
  progress(0.3)
  const firms = await tx.$queryRaw<{ id: string }[]>`SELECT DISTINCT "intermediaryId" AS "id" FROM import_offering ORDER BY 1`
  await refreshDocumentsOf(
    work,
    firms.map(({ id }) => id),
    (share) => {
      progress(0.3 + 0.7 * share)
    },
  )
}

type RisingRow = { readonly row: number; readonly offeringId: string }

/** Only a fee that rises by over a tenth, or that somebody agreed to lately, can be a sharp rise (domain/catalogue/fee-watch.ts). */
async function flagSharpRises(work: ImportAtWork): Promise<void> {
  const { tx } = work.unit
  const rising = await tx.$queryRaw<(RisingRow & { feeSchedule: FeeSchedule; feeFen: number; subjectId: string })[]>`
    SELECT r."row", o."id" AS "offeringId", r."feeSchedule", r."feeFen", i."subjectId" FROM import_row r JOIN import_change c ON c."row" = r."row"
      JOIN "Subject" s ON s."uscc" = r."uscc" JOIN "Intermediary" i ON i."subjectId" = s."id"
      JOIN "ServiceOffering" o ON o."intermediaryId" = i."id" AND o."serviceItemCode" = r."serviceItemCode"
    WHERE 'feeSchedule' = ANY (c."fields") AND r."feeFen" IS NOT NULL AND NOT r."isWithdrawn" AND (
      EXISTS (SELECT FROM "Engagement" e WHERE e."offeringId" = o."id")
      OR r."feeFen" * 10::bigint > 11 * coalesce((SELECT min(v."feeFen") FROM "OfferingVersion" v WHERE v."offeringId" = o."id"), o."feeFen")::bigint)
    ORDER BY r."row"`
  if (rising.length === 0) return
  const items = await loadItems(work)
  for (const { offeringId, subjectId, feeSchedule, feeFen } of rising) {
    const current: ServiceOffering = await tx.serviceOffering.findUniqueOrThrow({ where: { id: offeringId } })
    const item = items.get(current.serviceItemCode)
    if (item) await flagSharpRise(work.unit, { subjectId }, current, { ...current, feeSchedule, feeFen, item })
  }
}
