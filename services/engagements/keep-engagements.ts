import { isAcceptedBySilence } from '#domain/engagements/deliverable.ts'
import type { EngagementRuleSet } from '#domain/engagements/engagement-rule-set.ts'
import { engagementRulesOn } from '#domain/engagements/engagement-rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { raiseAlert } from '../supervision/raise-alert.ts'
import { acceptOpenDeliverable } from './accept-deliverable.ts'
import { contractDueOnOf } from './load-engagement-record.ts'

/**
 * What time does to engagements: a result that the owner left unanswered counts as accepted, and an engagement without a contract by its day
 * raises an alert, once. Idempotent; each in a transaction of its own.
 */
export async function keepEngagements(context: UseCaseContext): Promise<{ accepted: number; overdue: number }> {
  demand(context, 'engagement.keep')
  const rules = unwrap(engagementRulesOn(shanghaiDayOf(context.clock.now())))
  const calendar = await loadCalendar(context.prisma)
  return { accepted: await acceptUnanswered(context, rules, calendar), overdue: await warnOfMissingContracts(context, rules) }
}

async function acceptUnanswered(context: UseCaseContext, { parameters }: EngagementRuleSet, calendar: WorkingCalendar): Promise<number> {
  const waiting = await context.prisma.deliverable.findMany({
    where: { state: 'SUBMITTED', engagement: { state: 'DELIVERED' } },
    select: { id: true, engagementId: true, submittedAt: true },
    orderBy: { submittedAt: 'asc' },
  })
  let accepted = 0
  for (const { id, engagementId, submittedAt } of waiting) {
    const rules = { now: context.clock.now(), calendar }
    if (!unwrap(isAcceptedBySilence({ submittedAt }, parameters.acceptanceWorkingDays.value, rules))) continue
    accepted += await runInTransaction(context, async (unit) => {
      await unit.tx.$queryRaw`SELECT 1 FROM "Engagement" WHERE "id" = ${engagementId}::uuid FOR UPDATE`
      // The owner may have answered, or the firm sent another version, since we looked.
      const isSame = (await unit.tx.deliverable.count({ where: { id, state: 'SUBMITTED' } })) > 0
      return isSame && (await acceptOpenDeliverable(unit, engagementId, 'SILENCE')) ? 1 : 0
    })
  }
  return accepted
}

async function warnOfMissingContracts(context: UseCaseContext, rules: EngagementRuleSet): Promise<number> {
  const today = shanghaiDayOf(context.clock.now())
  const rows = await context.prisma.engagement.findMany({
    where: { state: 'ACTIVE', contracts: { none: { state: 'IN_FORCE' } } },
    include: { intermediary: { select: { subjectId: true } }, selection: { select: { contractDueOn: true } } },
    orderBy: { chosenAt: 'asc' },
  })
  const known = await context.prisma.alert.findMany({
    where: { kind: 'CONTRACT_OVERDUE', sourceType: 'Engagement', sourceId: { in: rows.map(({ id }) => id) } },
    select: { sourceId: true },
  })
  const told = new Set(known.map(({ sourceId }) => sourceId))
  const overdue = rows.filter((row) => !told.has(row.id) && today > contractDueOnOf(row, rules))
  for (const row of overdue) {
    const { id, number, serviceItemCode, intermediary } = row
    const about = { subjectId: intermediary.subjectId, serviceItemCode, facts: { number, dueOn: contractDueOnOf(row, rules) } }
    await runInTransaction(context, (unit) =>
      raiseAlert(unit, { kind: 'CONTRACT_OVERDUE', level: 'YELLOW', sourceType: 'Engagement', sourceId: id, ...about }),
    )
  }
  return overdue.length
}
