import { exitHolds } from '#domain/intermediaries/exit.ts'
import type { ExitHold } from '#domain/intermediaries/exit.ts'
import { upkeepRuleSets } from '#domain/intermediaries/upkeep-rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import { finalViolationStates } from '#domain/listings/violation-case.ts'
import type { Tx } from '#prisma/client.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { unwrap } from '../kernel/unwrap.ts'

/** What an exit of this firm would wait for now: running engagements, open reviews, and the open cases that it knows of. */
export async function loadExitHolds(
  tx: Tx,
  firm: { readonly id: string; readonly subjectId: string },
  now: Date,
): Promise<readonly ExitHold[]> {
  const today = shanghaiDayOf(now)
  const engagements = await tx.engagement.findMany({
    where: { intermediaryId: firm.id, state: { in: ['ACTIVE', 'DELIVERED'] } },
    select: { number: true, state: true, deliveredAt: true },
    orderBy: { number: 'asc' },
  })
  const cases = await tx.violationCase.findMany({
    where: {
      subjectId: firm.subjectId,
      state: { notIn: [...finalViolationStates] },
      // Of an investigation that the firm hasn't been told of, a waiting exit would tell it.
      OR: [{ noticeServedAt: { not: null } }, { suspensions: { some: {} } }],
    },
    select: { number: true },
    orderBy: { number: 'asc' },
  })
  const facts = { engagements, openCases: cases.map(({ number }) => number) }
  return exitHolds(facts, unwrap(ruleSetOn(upkeepRuleSets, today)), today, await loadCalendar(tx))
}
