import { Prisma } from '#prisma/generated/client.ts'
import type { ImportAtWork } from '../import-procedure.ts'
import { refreshDocumentsOf } from '../refresh-documents-of.ts'
import { factsOfAdded } from './facts-of-added.ts'
import { writeFirstStandings } from './write-first-standings.ts'

/** Writes new firms with standing, certificates and search document, and what is changed of those on record. */
export async function applyIntermediaries(work: ImportAtWork, progress: (share: number) => void): Promise<void> {
  const { tx } = work.unit
  // In one order for everybody, before anything is written: others who change these firms wait.
  await tx.$executeRaw`
    SELECT 1 FROM "Intermediary" WHERE "id" IN (SELECT i."id" FROM import_change c JOIN "Subject" s ON s."uscc" = c."key"
      JOIN "Intermediary" i ON i."subjectId" = s."id") ORDER BY "id" FOR NO KEY UPDATE`
  await tx.$executeRaw`
    CREATE TEMP TABLE import_firm ON COMMIT DROP AS
    SELECT DISTINCT ON (r."uscc" COLLATE "C") r.*, c."isNew", f."fields", coalesce(s."id", gen_random_uuid()) AS "subjectId",
      coalesce(i."id", gen_random_uuid()) AS "intermediaryId"
    FROM import_row r JOIN import_change c ON c."key" = r."key"
      LEFT JOIN (SELECT "key", array_agg(DISTINCT field) AS "fields" FROM import_change, unnest("fields") field WHERE NOT "isNew" GROUP BY 1) f
        ON f."key" = r."key"
      LEFT JOIN "Subject" s ON s."uscc" = r."uscc" LEFT JOIN "Intermediary" i ON i."subjectId" = s."id"
    ORDER BY r."uscc" COLLATE "C", r."row"`
  await tx.$executeRawUnsafe('CREATE INDEX ON import_firm ("intermediaryId")')
  await tx.$executeRawUnsafe('ANALYZE import_firm')
  progress(0.05)
  await addFirms(work)
  await changeFirms(work)
  await writeCertificates(work)
  progress(0.25)
  await refreshDocuments(work, (share) => {
    progress(0.25 + 0.75 * share)
  })
}

async function refreshDocuments(work: ImportAtWork, progress: (share: number) => void): Promise<void> {
  const firms = await work.unit.tx.$queryRaw<{ id: string; isNew: boolean }[]>`SELECT "intermediaryId" AS "id", "isNew" FROM import_firm`
  const idsOf = (isNew: boolean) => firms.filter((firm) => firm.isNew === isNew).map(({ id }) => id)
  const [added, changed] = [idsOf(true), idsOf(false)]
  const shareOfAdded = added.length / (firms.length || 1)
  await refreshDocumentsOf(
    work,
    added,
    (share) => {
      progress(shareOfAdded * share)
    },
    factsOfAdded,
  )
  await refreshDocumentsOf(work, changed, (share) => {
    progress(shareOfAdded + (1 - shareOfAdded) * share)
  })
}

async function addFirms(work: ImportAtWork): Promise<void> {
  const { tx, now } = work.unit
  await tx.$executeRaw`
    INSERT INTO "Subject" ("id", "kind", "name", "uscc", "divisionCode", "isFictitious", "createdAt")
    SELECT "subjectId", 'ORGANISATION', "name", "uscc", "divisionCode", false, ${now} FROM import_firm WHERE "isNew"`
  await tx.$executeRaw`
    INSERT INTO "Organisation" ("id", "kind", "nameZh", "nameEn", "divisionCode", "subjectId", "createdAt")
    SELECT gen_random_uuid(), 'INTERMEDIARY', "name", "nameEn", "divisionCode", "subjectId", ${now} FROM import_firm WHERE "isNew"`
  await tx.$executeRaw`
    INSERT INTO "Intermediary" ("id", "subjectId", "legalForm", "legalRepresentative", "address", "phone", "introduction", "listedOn", "createdAt")
    SELECT "intermediaryId", "subjectId", "legalForm", "legalRepresentative", "address", "phone", "introduction",
      coalesce("listedOn", ${work.today}::date), ${now} FROM import_firm WHERE "isNew"`
  await writeFirstStandings(work)
}

async function changeFirms({ unit, present }: ImportAtWork): Promise<void> {
  const { tx } = unit
  const is = (field: string) => Prisma.sql`${present.has(field)}`
  await tx.$executeRaw`
    UPDATE "Subject" s SET "name" = f."name", "divisionCode" = f."divisionCode" FROM import_firm f
    WHERE s."id" = f."subjectId" AND NOT f."isNew" AND f."fields" && ARRAY['name', 'divisionCode']`
  await tx.$executeRaw`
    UPDATE "Organisation" o SET "nameZh" = f."name", "divisionCode" = f."divisionCode", "version" = o."version" + 1,
      "nameEn" = CASE WHEN ${is('nameEn')} THEN f."nameEn" ELSE o."nameEn" END
    FROM import_firm f WHERE o."subjectId" = f."subjectId" AND NOT f."isNew" AND f."fields" && ARRAY['name', 'nameEn', 'divisionCode']`
  await tx.$executeRaw`
    UPDATE "Intermediary" i SET "legalForm" = f."legalForm", "legalRepresentative" = f."legalRepresentative", "address" = f."address",
      "phone" = f."phone", "introduction" = CASE WHEN ${is('introduction')} THEN f."introduction" ELSE i."introduction" END,
      "version" = i."version" + 1
    FROM import_firm f WHERE i."id" = f."intermediaryId" AND NOT f."isNew"`
}

/** New certificates are added; of one with the same number in the same firm the rest is brought up to date. None is taken away. */
async function writeCertificates({ unit, present }: ImportAtWork): Promise<void> {
  const { tx, now } = unit
  const is = (field: string) => Prisma.sql`${present.has(field)}`
  await tx.$executeRaw`
    CREATE TEMP TABLE import_certificate ON COMMIT DROP AS
    SELECT r.*, f."intermediaryId", q."id" AS "qualificationId" FROM import_row r JOIN import_change c ON c."row" = r."row"
      JOIN import_firm f ON f."uscc" = r."uscc"
      LEFT JOIN LATERAL (SELECT "id" FROM "Qualification" q WHERE q."intermediaryId" = f."intermediaryId" AND q."certificateNo" = r."certificateNo"
        ORDER BY q."validUntilOn" DESC NULLS FIRST, q."id" LIMIT 1) q ON true
    WHERE r."hasCertificate"`
  await tx.$executeRaw`
    INSERT INTO "Qualification" ("id", "intermediaryId", "name", "grade", "certificateNo", "issuer", "validFromOn", "validUntilOn",
      "registeredAt", "serviceItemCodes")
    SELECT gen_random_uuid(), "intermediaryId", "qualificationName", "qualificationGrade", "certificateNo", "issuer", "validFromOn",
      "validUntilOn", ${now}, "qualifiedItems" FROM import_certificate WHERE "qualificationId" IS NULL`
  await tx.$executeRaw`
    UPDATE "Qualification" q SET "name" = n."qualificationName", "issuer" = n."issuer", "validFromOn" = n."validFromOn",
      "grade" = CASE WHEN ${is('qualificationGrade')} THEN n."qualificationGrade" ELSE q."grade" END,
      "registeredAt" = CASE WHEN ${is('validUntilOn')} AND n."validUntilOn" IS DISTINCT FROM q."validUntilOn" THEN ${now} ELSE q."registeredAt" END,
      "validUntilOn" = CASE WHEN ${is('validUntilOn')} THEN n."validUntilOn" ELSE q."validUntilOn" END,
      "serviceItemCodes" = CASE WHEN ${is('qualifiedItems')} THEN n."qualifiedItems" ELSE q."serviceItemCodes" END
    FROM import_certificate n WHERE q."id" = n."qualificationId"`
}
