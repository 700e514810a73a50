import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'

export const deadlineKinds = ['INVESTIGATION', 'DEFENCE', 'HEARING', 'APPEAL', 'REPAIR', 'DATA_OBJECTION', 'RED_LIST_OBJECTION'] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

/** Something that is due, or overdue, in one of the procedures. */
export interface DeadlineAhead {
  readonly kind: DeadlineKind
  /** Of the case, appeal, repair, objection or nomination. */
  readonly number: string
  readonly partyName: string
  readonly dueOn: CalendarDay
}

interface Row {
  readonly kind: DeadlineKind
  readonly number: string
  readonly partyName: string
  readonly dueOn: Date
}

/** Calendar days looked ahead. */
const AHEAD_DAYS = 21

/**
 * The deadlines of findings, lists and remedies that come next or have passed unmet, the most pressing first: what the officials of all
 * procedures must not miss; those about the own firm left out, whose party may not know of them. The caller has asked whether the viewer sees
 * every case.
 */
export async function deadlinesAhead({ prisma, clock, viewer }: UseCaseContext, most = 25): Promise<readonly DeadlineAhead[]> {
  const today = shanghaiDayOf(clock.now())
  const until = toDbDay(addDays(today, AHEAD_DAYS))
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT due."kind", due."number", s."name" AS "partyName", due."dueOn" FROM (
      SELECT 'INVESTIGATION' AS "kind", "number", "subjectId", "investigationDueOn" AS "dueOn" FROM "ViolationCase" WHERE "state" = 'INVESTIGATING'
      UNION ALL SELECT 'DEFENCE', "number", "subjectId", "defenceDueOn" FROM "ViolationCase"
        WHERE "state" = 'NOTICED' AND NOT "isDefenceWaived" AND "defenceDueOn" >= ${toDbDay(today)}::date
      UNION ALL SELECT 'HEARING', c."number", c."subjectId", (h."scheduledFor" AT TIME ZONE 'Asia/Shanghai')::date
        FROM "Hearing" h JOIN "ViolationCase" c ON c."id" = h."caseId" WHERE h."state" = 'SCHEDULED'
      UNION ALL SELECT 'APPEAL', "number", "subjectId", "answerDueOn" FROM "Appeal" WHERE "state" IN ('FILED', 'UNDER_REVIEW')
      UNION ALL SELECT 'REPAIR', "number", "subjectId", "answerDueOn" FROM "CreditRepair" WHERE "state" = 'FILED'
      UNION ALL SELECT 'DATA_OBJECTION', "number", "subjectId", "answerDueOn" FROM "DataObjection" WHERE "state" = 'FILED'
      UNION ALL SELECT 'RED_LIST_OBJECTION', n."number", n."subjectId", o."answerDueOn"
        FROM "RedListObjection" o JOIN "RedListNomination" n ON n."id" = o."nominationId" WHERE o."state" = 'FILED'
    ) due JOIN "Subject" s ON s."id" = due."subjectId"
    WHERE due."dueOn" <= ${until}::date AND due."subjectId" IS DISTINCT FROM ${viewer.subjectId}::uuid
    ORDER BY due."dueOn", due."number" LIMIT ${most}`
  return rows.map(({ dueOn, ...row }) => ({ ...row, dueOn: fromDbDay(dueOn) }))
}
