import type { PromiseActor, PromiseUse } from '#domain/supervision/unusual-promises.ts'
import { unusualUseParameters } from '#domain/supervision/unusual-promises.ts'
import type { Tx } from '#prisma/client.ts'
import { Prisma } from '#prisma/generated/client.ts'

/** One actor's use of tolerance in the window that ends now. */
export interface ActorUse extends PromiseUse {
  /** Of the user, the credit subject, or the intermediary. */
  readonly actorId: string
  readonly name: string
  /** Of an officer: the agency. */
  readonly organisationId: string | null
  readonly organisationName: string | null
  /** Of an applicant or intermediary: the credit subject. */
  readonly subjectId: string | null
}

/** Accepted cases of the window with what was promised in them; a case has one promise at most. */
const taken = (now: Date) => Prisma.sql`
  SELECT c."id", c."agencyId", c."officerId", c."applicantId", m."id" AS "commitmentId", m."id" IS NOT NULL AS promised,
    COALESCE(m."state" IN ('MISSED', 'UNTRUE'), false) AS broken
  FROM "ApprovalCase" c LEFT JOIN LATERAL (
    SELECT x."id", x."state"::text AS "state" FROM "Commitment" x WHERE x."caseId" = c."id" AND x."state" <> 'WITHDRAWN' ORDER BY x."signedAt" LIMIT 1) m ON true
  WHERE c."acceptedAt" > ${now}::timestamptz - make_interval(days => ${unusualUseParameters.windowDays}::int) AND c."acceptedAt" <= ${now}::timestamptz`

const sums = Prisma.sql`count(*) AS cases, count(*) FILTER (WHERE promised) AS promises, count(*) FILTER (WHERE broken) AS broken`

/** Everyone of a kind who had a promise in the window, with the others beside; one statement. */
const queries: Readonly<Record<PromiseActor, (now: Date) => Prisma.Sql>> = {
  OFFICER: (now) => Prisma.sql`
    WITH t AS (${taken(now)}), own AS (SELECT "agencyId", "officerId", ${sums} FROM t WHERE "officerId" IS NOT NULL GROUP BY 1, 2),
      agency AS (SELECT "agencyId", ${sums} FROM t GROUP BY 1)
    SELECT own."officerId" AS "actorId", COALESCE(u."name", '') AS name, o."id" AS "organisationId", o."nameZh" AS "organisationName",
      NULL AS "subjectId", own.cases, own.promises, own.broken, agency.cases - own.cases AS "peerCases",
      agency.promises - own.promises AS "peerPromises", agency.broken - own.broken AS "peerBroken"
    FROM own JOIN agency USING ("agencyId") JOIN "Organisation" o ON o."id" = own."agencyId" LEFT JOIN "User" u ON u."id" = own."officerId"`,
  APPLICANT: (now) => Prisma.sql`
    WITH t AS (${taken(now)}), own AS (SELECT "applicantId", ${sums} FROM t GROUP BY 1), everybody AS (SELECT ${sums} FROM t)
    SELECT s."id" AS "actorId", s."name", NULL AS "organisationId", NULL AS "organisationName", s."id" AS "subjectId",
      own.cases, own.promises, own.broken, e.cases - own.cases AS "peerCases", e.promises - own.promises AS "peerPromises", e.broken - own.broken AS "peerBroken"
    FROM own CROSS JOIN everybody e JOIN "Subject" s ON s."id" = own."applicantId"`,
  // A promised material that a service delivers is promised in the name of whoever the applicant engaged for that service.
  INTERMEDIARY: (now) => Prisma.sql`
    WITH t AS (${taken(now)}), named AS (
      SELECT DISTINCT t."id", e."intermediaryId", t.promised, t.broken FROM t
      JOIN "CommitmentItem" i ON i."commitmentId" = t."commitmentId" JOIN "ApprovalCase" c ON c."id" = t."id"
      JOIN "Material" a ON a."approvalItemCode" = c."approvalItemCode" AND a."seq" = i."materialSeq"
      JOIN "Engagement" e ON e."applicantId" = t."applicantId" AND e."serviceItemCode" = a."serviceItemCode" AND e."chosenAt" <= ${now}::timestamptz
    ), own AS (SELECT "intermediaryId", ${sums} FROM named GROUP BY 1), everybody AS (SELECT ${sums} FROM named)
    SELECT own."intermediaryId" AS "actorId", s."name", NULL AS "organisationId", NULL AS "organisationName", s."id" AS "subjectId",
      own.cases, own.promises, own.broken, e.cases - own.cases AS "peerCases", e.promises - own.promises AS "peerPromises", e.broken - own.broken AS "peerBroken"
    FROM own CROSS JOIN everybody e JOIN "Intermediary" i ON i."id" = own."intermediaryId" JOIN "Subject" s ON s."id" = i."subjectId"`,
}

type Row = Readonly<Record<'cases' | 'promises' | 'broken' | 'peerCases' | 'peerPromises' | 'peerBroken', bigint>> &
  Omit<ActorUse, keyof PromiseUse>

/** The use of tolerance by everyone of a kind who had a promise in the window, most promises first; `most` of them. */
export async function loadPromiseUse(tx: Tx, actor: PromiseActor, now: Date, most: number): Promise<readonly ActorUse[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT * FROM (${queries[actor](now)}) used WHERE used.promises > 0 ORDER BY used.promises DESC, used."actorId" LIMIT ${most}`
  return rows.map(({ actorId, name, organisationId, organisationName, subjectId, ...counts }) => ({
    ...{ actor, actorId, name, organisationId, organisationName, subjectId },
    cases: Number(counts.cases),
    promises: Number(counts.promises),
    broken: Number(counts.broken),
    peerCases: Number(counts.peerCases),
    peerPromises: Number(counts.peerPromises),
    peerBroken: Number(counts.peerBroken),
  }))
}
