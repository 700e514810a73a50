import type { Tx } from '#prisma/client.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** What a step in a case looks at. */
export const lockedCaseIncludes = {
  approvalItem: true,
  agency: true,
  applicant: true,
  materials: { include: { material: true, files: true }, orderBy: { material: { seq: 'asc' } } },
  commitments: { include: { items: true } },
  pauses: { orderBy: { startedAt: 'asc' } },
  exceptions: true,
} as const satisfies Prisma.ApprovalCaseInclude

export type LockedApprovalCase = Prisma.ApprovalCaseGetPayload<{ include: typeof lockedCaseIncludes }>

/**
 * The case with all that a step looks at, by one statement: Prisma reads `lockedCaseIncludes` by ten, at every step in every case. The caller
 * holds its row, and has asked whether the viewer may know of it. Null for a number nobody gave.
 */
export async function readLockedCase(tx: Tx, number: string): Promise<LockedApprovalCase | null> {
  const [row] = await tx.$queryRaw<{ case: object }[]>`
    SELECT to_jsonb(c) || jsonb_build_object(
      'approvalItem', (SELECT to_jsonb(i) FROM "ApprovalItem" i WHERE i."code" = c."approvalItemCode"),
      'agency', (SELECT to_jsonb(o) FROM "Organisation" o WHERE o."id" = c."agencyId"),
      'applicant', (SELECT to_jsonb(s) FROM "Subject" s WHERE s."id" = c."applicantId"),
      'materials', ARRAY(
        SELECT to_jsonb(found) || jsonb_build_object('material', to_jsonb(m), 'files', ARRAY(
          SELECT to_jsonb(f) FROM "CaseMaterialFile" f WHERE f."caseId" = c."id" AND f."materialId" = m."id"))
        FROM "CaseMaterial" found JOIN "Material" m ON m."id" = found."materialId" WHERE found."caseId" = c."id" ORDER BY m."seq"),
      'commitments', ARRAY(
        SELECT to_jsonb(p) || jsonb_build_object('items', ARRAY(
          SELECT to_jsonb(i) FROM "CommitmentItem" i WHERE i."commitmentId" = p."id" ORDER BY i."materialSeq"))
        FROM "Commitment" p WHERE p."caseId" = c."id" ORDER BY p."id"),
      'pauses', ARRAY(SELECT to_jsonb(p) FROM "CasePause" p WHERE p."caseId" = c."id" ORDER BY p."startedAt"),
      'exceptions', ARRAY(SELECT to_jsonb(e) FROM "ModeException" e WHERE e."caseId" = c."id" ORDER BY e."id")) AS "case"
    FROM "ApprovalCase" c WHERE c."number" = ${number}`
  return row ? (withDates(row.case) as LockedApprovalCase) : null
}

/** What hangs on a row; its other objects are JSON columns, whose days stay text. */
const related: ReadonlySet<string> = new Set([
  ...['approvalItem', 'agency', 'applicant', 'materials', 'material', 'files', 'commitments', 'items', 'pauses', 'exceptions'],
])

/** Days and instants, which JSON knows only as text, as Prisma gives them: fields that end in On and At are nothing else. */
function withDates(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]: [string, unknown]) => {
      if (typeof value === 'string' && /(?:On|At)$/.test(name)) return [name, new Date(value)]
      if (Array.isArray(value) && related.has(name)) return [name, value.map((one: object) => withDates(one))]
      if (typeof value === 'object' && value !== null && related.has(name)) return [name, withDates(value)]
      return [name, value]
    }),
  )
}
