import { couldEver } from '#domain/access/can.ts'
import type { ReviewRater } from '#domain/credit/credit-fact.ts'
import { reviewRulesOn } from '#domain/engagements/review-rule-set.ts'
import { decideReview } from '#domain/engagements/review.ts'
import { reviewLastOn } from '#domain/engagements/review-window.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { divisionsOf } from '../catalogue/divisions-of.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { loadRatingBodies } from './load-rating-bodies.ts'
import { acceptedAtOf, reviewableInclude } from './lock-reviewable.ts'
import type { ReviewableRow } from './lock-reviewable.ts'

/** An engagement that waits for the review of the viewer's body. */
export interface ReviewTask {
  readonly row: ReviewableRow
  readonly rater: Exclude<ReviewRater, 'OWNER'>
  /** Last day of the window; null while the calendar does not reach that far. */
  readonly lastOn: CalendarDay | null
}

/** 15 working days never span more calendar days than this: the longest holidays of a year are inside. */
const longestWindowDays = 60

/** What the viewer's body may still review, the earliest last day on top (rulebook R4); of one engagement with its number. */
export async function reviewTasks(context: UseCaseContext, number?: string): Promise<readonly ReviewTask[]> {
  const { prisma, viewer, clock } = context
  const { organisationId } = viewer
  if (organisationId === null || !couldEver(viewer, 'review.queue')) return []
  const now = clock.now()
  const rows = await prisma.engagement.findMany({
    where: { AND: [await waiting(context, organisationId, now), ...(number === undefined ? [] : [{ number }])] },
    include: reviewableInclude,
    orderBy: [{ deliveredAt: 'asc' }, { id: 'asc' }],
  })
  const bodies = await loadRatingBodies(prisma, rows, now)
  const calendar = await loadCalendar(prisma)
  const tasks = rows.flatMap((row) => {
    const { authorityIds = [], platformIds = [] } = bodies.get(row.id) ?? {}
    const rater = authorityIds.includes(organisationId) ? 'AUTHORITY' : platformIds.includes(organisationId) ? 'PLATFORM' : null
    const task = rater && taskOf(row, rater, now, calendar)
    return task ? [task] : []
  })
  return tasks.sort((a, b) => (a.lastOn ?? '9').localeCompare(b.lastOn ?? '9'))
}

/** Completed under a contract in the body's area, and not long ago. */
async function waiting({ prisma }: UseCaseContext, organisationId: string, now: Date): Promise<Prisma.EngagementWhereInput> {
  const since = new Date(now.getTime() - longestWindowDays * 86_400_000)
  return {
    state: 'COMPLETED',
    divisionCode: { in: [...(await divisionsOf(prisma, organisationId))] },
    contracts: { some: { state: { in: ['IN_FORCE', 'SUPERSEDED'] } } },
    OR: [{ deliveredAt: { gte: since } }, { deliverables: { some: { state: 'ACCEPTED', answeredAt: { gte: since } } } }],
  }
}

function taskOf(row: ReviewableRow, rater: ReviewTask['rater'], now: Date, calendar: WorkingCalendar): ReviewTask | null {
  const { state, deliveredAt, reviews } = row
  if (deliveredAt === null) return null
  const acceptedAt = acceptedAtOf(row)
  const rules = unwrap(reviewRulesOn(shanghaiDayOf(now)))
  const isReviewed = reviews.some((one) => one.rater === rater)
  const decided = decideReview(rater, { state, deliveredAt, acceptedAt, isContractBacked: true, isReviewed }, anyMarks, {
    now,
    calendar,
    rules,
  })
  if (!decided.ok) return null
  const lastOn = reviewLastOn(rater, { deliveredAt, acceptedAt }, rules, calendar)
  return { row, rater, lastOn: lastOn.ok ? lastOn.value : null }
}

/** Whether a review is possible does not hang on its marks. */
const anyMarks = { quality: 3, timeliness: 3, attitude: 3, fees: 3, conduct: 3 }
