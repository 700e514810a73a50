import { agendaBuckets, bucketOf } from '#domain/acceptance/agenda.ts'
import type { AgendaBucket, AgendaKind, DayRange } from '#domain/acceptance/agenda.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { PrismaClient } from '#prisma/client.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import { Prisma } from '#prisma/generated/client.ts'

/** One thing that is due at an agency. */
export interface AgendaEntry {
  readonly kind: AgendaKind
  /** Of what is due: a case, a promise, a task, a finding, an objection. */
  readonly number: string
  readonly dueOn: CalendarDay
  readonly itemNameZh: string
  readonly itemNameEn: string
  readonly applicantName: string
}

/** Whose agenda: the agency's, or of it what one officer handles. */
export interface AgendaOwner {
  readonly organisationId: string
  readonly officerId: string | null
}

/**
 * Everything that waits at the agency with its day, in one statement: correction notices, decisions, supplements, verifications, findings (to
 * be decided when the defence window is over) and objections to publicity.
 */
const due = ({ organisationId, officerId }: AgendaOwner) => Prisma.sql`
  SELECT * FROM (
    SELECT CASE WHEN c."state" = 'FILED' THEN 'CORRECTION_NOTICE' ELSE 'CASE_DECISION' END AS kind, c."number",
      CASE WHEN c."state" = 'FILED' THEN c."correctionDueOn" ELSE c."decisionDueOn" END AS "dueOn", c."id" AS "caseId"
    FROM "ApprovalCase" c WHERE c."agencyId" = ${organisationId}::uuid AND c."state" IN ('FILED', 'ACCEPTED')
    UNION ALL
    SELECT 'SUPPLEMENT', m."number", m."nextDueOn", m."caseId" FROM "Commitment" m JOIN "ApprovalCase" c ON c."id" = m."caseId"
    WHERE c."agencyId" = ${organisationId}::uuid AND m."state" = 'PENDING' AND m."mode" = 'TOLERANT_ACCEPTANCE'
    UNION ALL
    SELECT 'VERIFICATION', k."number", k."dueOn", m."caseId" FROM "VerificationTask" k JOIN "Commitment" m ON m."id" = k."commitmentId"
    WHERE k."organisationId" = ${organisationId}::uuid AND k."state" = 'OPEN'
    UNION ALL
    SELECT 'UNTRUE_DECISION', f."number", f."defenceDueOn", m."caseId" FROM "UntrueFinding" f JOIN "Commitment" m ON m."id" = f."commitmentId"
    JOIN "ApprovalCase" c ON c."id" = m."caseId" WHERE c."agencyId" = ${organisationId}::uuid AND f."state" IN ('NOTICED', 'DEFENCE_FILED')
    UNION ALL
    SELECT 'PUBLICITY_OBJECTION', o."number", o."answerDueOn", m."caseId" FROM "PublicityObjection" o JOIN "Commitment" m ON m."id" = o."commitmentId"
    JOIN "ApprovalCase" c ON c."id" = m."caseId" WHERE c."agencyId" = ${organisationId}::uuid AND o."state" = 'FILED'
  ) d WHERE d."dueOn" IS NOT NULL
    AND (${officerId}::uuid IS NULL OR EXISTS (SELECT 1 FROM "ApprovalCase" a WHERE a."id" = d."caseId" AND a."officerId" = ${officerId}::uuid))`

type Row = Omit<AgendaEntry, 'dueOn'> & { readonly dueOn: Date; readonly total: bigint }

/** What is due in the range, the earliest first, and how much there is in all. */
export async function loadAgenda(
  prisma: PrismaClient,
  owner: AgendaOwner,
  { fromOn, untilOn }: DayRange,
  most: number,
): Promise<{ readonly entries: readonly AgendaEntry[]; readonly totalCount: number }> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT d.kind, d."number", d."dueOn", i."nameZh" AS "itemNameZh", i."nameEn" AS "itemNameEn", s."name" AS "applicantName", d.total
    FROM (
      SELECT due.*, count(*) OVER () AS total FROM (${due(owner)}) due
      WHERE (${fromOn && toDbDay(fromOn)}::date IS NULL OR due."dueOn" >= ${fromOn && toDbDay(fromOn)}::date)
        AND (${untilOn && toDbDay(untilOn)}::date IS NULL OR due."dueOn" <= ${untilOn && toDbDay(untilOn)}::date)
      ORDER BY due."dueOn", due.kind, due."number" LIMIT ${most}
    ) d JOIN "ApprovalCase" c ON c."id" = d."caseId" JOIN "ApprovalItem" i ON i."code" = c."approvalItemCode" JOIN "Subject" s ON s."id" = c."applicantId"
    ORDER BY d."dueOn", d.kind, d."number"`
  return {
    entries: rows.map(({ total: _total, dueOn, ...row }) => ({ ...row, dueOn: fromDbDay(dueOn) })),
    totalCount: Number(rows[0]?.total ?? 0),
  }
}

/** How much is due in each bucket; every bucket is there. */
export async function countAgenda(
  prisma: PrismaClient,
  owner: AgendaOwner,
  today: CalendarDay,
): Promise<readonly { readonly bucket: AgendaBucket; readonly count: number }[]> {
  const days = await prisma.$queryRaw<{ dueOn: Date; count: bigint }[]>`
    SELECT due."dueOn", count(*) AS count FROM (${due(owner)}) due GROUP BY due."dueOn"`
  return agendaBuckets.map((bucket) => ({
    bucket,
    count: days.filter(({ dueOn }) => bucketOf(fromDbDay(dueOn), today) === bucket).reduce((sum, { count }) => sum + Number(count), 0),
  }))
}
