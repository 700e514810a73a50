import { addDays, addMonths, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { isReviewToOpen, nextReviewOn } from '#domain/listings/red-list-review.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { remind } from '../procedures/remind.ts'
import { listingRulesOn } from './find-red-list-criteria.ts'

/**
 * Opens the yearly review of every red list entry whose day is near, and says so again on that day; each once, whatever the number of
 * workers. It removes nobody: only a decision does.
 * @returns how many were opened
 */
export async function openYearlyReviews(context: UseCaseContext): Promise<number> {
  demand(context, 'redList.keep')
  const now = context.clock.now()
  const { everyMonths, opensDaysAhead } = listingRulesOn(now).parameters.redListReview.value
  const oldEnough = toDbDay(addDays(addMonths(shanghaiDayOf(now), -everyMonths), opensDaysAhead + 3))
  const entries = await context.prisma.listEntry.findMany({
    // One with an open review waits for its decision.
    where: { list: 'RED_LIST', status: 'ACTIVE', fromOn: { lte: oldEnough }, yearlyReviews: { none: { state: 'OPEN' } } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  let opened = 0
  for (const { id } of entries) if (await runInTransaction(context, (unit) => openIfDue(unit, id))) opened += 1
  await remindOfReviews(context)
  return opened
}

async function openIfDue(unit: UnitOfWork, entryId: string): Promise<boolean> {
  const { tx, now } = unit
  await tx.$queryRaw`SELECT 1 FROM "ListEntry" WHERE "id" = ${entryId}::uuid FOR NO KEY UPDATE`
  const { status, fromOn, yearlyReviews } = await tx.listEntry.findUniqueOrThrow({
    where: { id: entryId },
    include: { yearlyReviews: true },
  })
  const rules = listingRulesOn(now)
  const reviewedOn = yearlyReviews.map(({ dueOn }) => fromDbDay(dueOn))
  const dueOn = nextReviewOn(fromDbDay(fromOn), reviewedOn, rules)
  const isWaiting = yearlyReviews.some(({ state }) => state === 'OPEN')
  if (status !== 'ACTIVE' || isWaiting || !isReviewToOpen(dueOn, now, rules)) return false
  const { id } = await tx.redListReview.create({ data: { entryId, dueOn: toDbDay(dueOn) } })
  await unit.audit({ action: 'redList.openReview', entity: 'RedListReview', entityId: id, after: { entryId, dueOn } })
  await unit.outbox('redList.reviewOpened', 'RedListReview', id)
  return true
}

/** On the day itself once more. */
async function remindOfReviews(context: UseCaseContext): Promise<void> {
  const today = toDbDay(shanghaiDayOf(context.clock.now()))
  const due = await context.prisma.redListReview.findMany({ where: { state: 'OPEN', dueOn: { lte: today } } })
  for (const { id, dueOn } of due) {
    const deadline = { sourceType: 'RedListReview', sourceId: id, dueOn: fromDbDay(dueOn), daysAhead: 0 }
    await runInTransaction(context, (unit) => remind(unit, { ...deadline, topic: 'redList.reviewDue', entity: 'RedListReview' }))
  }
}
