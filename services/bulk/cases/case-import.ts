import { caseColumns } from '#domain/bulk/columns/case-columns.ts'
import { fileCase } from '../../acceptance/file-case.ts'
import type { FoundMaterials } from '../../acceptance/case-input.ts'
import type { ImportAtWork, ImportProcedure } from '../import-procedure.ts'
import { caseJudge } from './judge-case.ts'

/**
 * 办件: applications out of an agency's own system, filed as if each had come by its key: today, in the name of whoever imports them.
 * Under its number of that system each is filed once.
 */
export const caseImport: ImportProcedure = {
  kind: 'CASES',
  columns: caseColumns,
  // Each is filed by itself, with its number, trail and notice; ours.
  mostRows: 5000,
  staging: {
    key: 'text',
    approvalItemCode: 'text',
    uscc: 'text',
    applicantName: 'text',
    projectName: 'text',
    projectCode: 'text',
    materials: 'jsonb',
  },
  prepare: caseJudge,
  check,
  compare,
  judgeChanges,
  apply,
}

async function check({ unit }: ImportAtWork): Promise<void> {
  await unit.tx.$executeRaw`
    INSERT INTO import_fault
    SELECT "row", 'externalNumber', "key", 'ROW_TWICE', jsonb_build_object('firstRow', "firstRow") FROM (
      SELECT "row", "key", min("row") OVER (PARTITION BY "key") AS "firstRow" FROM import_row) r WHERE "row" > "firstRow"`
}

async function compare({ unit, organisationId }: ImportAtWork): Promise<void> {
  await unit.tx.$executeRaw`
    INSERT INTO import_change
    SELECT r."row", r."key", r."projectName", true, ARRAY[]::text[] FROM import_row r
    WHERE NOT EXISTS (SELECT FROM "ApprovalCase" c WHERE c."agencyId" = ${organisationId}::uuid AND c."externalNumber" = r."key")`
}

/** A number that means another application already, and newcomers without a name. */
async function judgeChanges({ unit, organisationId }: ImportAtWork): Promise<void> {
  await unit.tx.$executeRaw`
    INSERT INTO import_fault
    SELECT r."row", 'externalNumber', r."key", 'EXTERNAL_NUMBER_USED', jsonb_build_object('externalNumber', r."key", 'number', c."number")
    FROM import_row r JOIN "ApprovalCase" c ON c."agencyId" = ${organisationId}::uuid AND c."externalNumber" = r."key"
      JOIN "Subject" s ON s."id" = c."applicantId"
    WHERE c."approvalItemCode" <> r."approvalItemCode" OR s."uscc" IS DISTINCT FROM r."uscc"`
  await unit.tx.$executeRaw`
    INSERT INTO import_fault
    SELECT r."row", 'applicantName', '', 'NAME_OF_NEWCOMER_REQUIRED', '{}' FROM import_row r JOIN import_change c ON c."row" = r."row"
    WHERE r."applicantName" IS NULL AND NOT EXISTS (SELECT FROM "Subject" s WHERE s."uscc" = r."uscc")`
}

interface StagedCase {
  readonly key: string
  readonly approvalItemCode: string
  readonly uscc: string
  readonly applicantName: string | null
  readonly projectName: string
  readonly projectCode: string | null
  readonly materials: FoundMaterials | null
}

async function apply({ unit, organisationId, createdById }: ImportAtWork, progress: (share: number) => void): Promise<void> {
  if (organisationId === null) throw new Error('cases of no agency')
  const rows = await unit.tx.$queryRaw<StagedCase[]>`
    SELECT r.* FROM import_row r JOIN import_change c ON c."row" = r."row" ORDER BY r."row"`
  for (const [index, { key, uscc, ...row }] of rows.entries()) {
    const own = { agencyId: organisationId, officerId: createdById, channel: 'SYSTEM', filedAt: unit.now } as const
    await fileCase(unit, { ...row, ...own, applicantCode: uscc, externalNumber: key })
    progress((index + 1) / rows.length)
  }
}
