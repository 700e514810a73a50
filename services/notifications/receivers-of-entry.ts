import type { Role } from '#domain/access/role.ts'
import type { Tx } from '#prisma/client.ts'
import type { OrganisationKind } from '#prisma/generated/client.ts'
import type { Recipient } from './notice.ts'

/** Who in a body works with what a check said. */
const readerOf: Readonly<Record<OrganisationKind, Role | null>> = {
  AGENCY: 'WINDOW_OFFICER',
  REGULATOR: 'INVESTIGATOR',
  REFORM_OFFICE: 'REFORM_OFFICE',
  ENTERPRISE: null,
  INTERMEDIARY: null,
  PLATFORM: null,
}

/**
 * Everyone who was told of a list entry by the receipt of a credit check (rulebook R5: every receiver of an entry is told of its end): the
 * bodies, and whoever asked. A receipt names its sources, so those who checked before the entry or after its end are not among them.
 */
export async function receiversOfEntry(
  tx: Tx,
  entry: { readonly id: string; readonly subjectId: string; readonly caseId: string | null },
): Promise<readonly Recipient[]> {
  const receipts = await tx.$queryRaw<{ organisationId: string | null; kind: OrganisationKind | null; checkedById: string | null }[]>`
    SELECT DISTINCT r."organisationId", o."kind", r."checkedById"
    FROM "CheckReceipt" r LEFT JOIN "Organisation" o ON o."id" = r."organisationId"
    WHERE r."subjectId" = ${entry.subjectId}::uuid
      AND jsonb_path_exists(r."answer", '$.purposes[*].reasons[*].source ? (@ == $entry || @ == $case)',
        jsonb_build_object('entry', ${entry.id}::text, 'case', ${entry.caseId ?? entry.id}::text))
    ORDER BY 1, 3`
  const bodies = new Map(receipts.flatMap(({ organisationId, kind }) => bodyOf(organisationId, kind)))
  const users = new Set(receipts.flatMap(({ checkedById }) => checkedById ?? []))
  return [...[...bodies].map(([organisationId, role]) => ({ organisationId, role })), ...[...users].map((userId) => ({ userId }))]
}

function bodyOf(organisationId: string | null, kind: OrganisationKind | null): readonly (readonly [string, Role])[] {
  const role = kind && readerOf[kind]
  return organisationId && role ? [[organisationId, role]] : []
}
