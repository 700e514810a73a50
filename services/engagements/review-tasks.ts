import { couldEver } from '#domain/access/can.ts'
import type { ReviewRater } from '#domain/credit/credit-fact.ts'
import { reviewRulesOn } from '#domain/engagements/review-rule-set.ts'
import { decideReview } from '#domain/engagements/review.ts'
import type { ReviewRefusal } from '#domain/engagements/review.ts'
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

/** An engagement that the viewer's body rates. */
export interface ReviewTask {
  readonly row: ReviewableRow
  readonly rater: Exclude<ReviewRater, 'OWNER'>
  /** Last day of the window; null while the calendar does not reach that far. */
  readonly lastOn: CalendarDay | null
  /** Why it can't be reviewed now; null: it waits. */
  readonly refusal: ReviewRefusal | null
}

/** 15 working days never span more calendar days than this: the longest holidays of a year are inside. */
const longestWindowDays = 60

/** What the viewer's body may still review, the earliest last day on top (rulebook R4). */
export async function reviewTasks(context: UseCaseContext): Promise<readonly ReviewTask[]> {
  const since = new Date(context.clock.now().getTime() - longestWindowDays * 86_400_000)
  const recent = {
    OR: [{ deliveredAt: { gte: since } }, { deliverables: { some: { state: 'ACCEPTED' as const, answeredAt: { gte: since } } } }],
  }
  const tasks = await tasksOf(context, { state: 'COMPLETED', ...recent })
  return tasks.filter(({ refusal }) => refusal === null).sort((a, b) => (a.lastOn ?? '9').localeCompare(b.lastOn ?? '9'))
}

/** One engagement that the viewer's body rates, reviewed, over or still open; null for whom it is none of their business. */
export async function reviewTask(context: UseCaseContext, number: string): Promise<ReviewTask | null> {
  const [task] = await tasksOf(context, { number, state: { in: ['DELIVERED', 'COMPLETED'] } })
  return task ?? null
}

/** Delivered under a contract in the area of the viewer's body, and rated by it. */
async function tasksOf(context: UseCaseContext, where: Prisma.EngagementWhereInput): Promise<readonly ReviewTask[]> {
  const { prisma, viewer, clock } = context
  const { organisationId } = viewer
  if (organisationId === null || !couldEver(viewer, 'review.queue')) return []
  const now = clock.now()
  const area = { divisionCode: { in: [...(await divisionsOf(prisma, organisationId))] } }
  const backed = { contracts: { some: { state: { in: ['IN_FORCE' as const, 'SUPERSEDED' as const] } } } }
  const rows = await prisma.engagement.findMany({
    where: { AND: [where, area, backed] },
    include: reviewableInclude,
    orderBy: [{ deliveredAt: 'asc' }, { id: 'asc' }],
  })
  const bodies = await loadRatingBodies(prisma, rows, now)
  const calendar = await loadCalendar(prisma)
  return rows.flatMap((row) => {
    const { authorityIds = [], platformIds = [] } = bodies.get(row.id) ?? {}
    const rater = authorityIds.includes(organisationId) ? 'AUTHORITY' : platformIds.includes(organisationId) ? 'PLATFORM' : null
    const task = rater && taskOf(row, rater, now, calendar)
    return task ? [task] : []
  })
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
  const lastOn = reviewLastOn(rater, { deliveredAt, acceptedAt }, rules, calendar)
  return { row, rater, lastOn: lastOn.ok ? lastOn.value : null, refusal: decided.ok ? null : decided.refusal }
}

/** Whether a review is possible does not hang on its marks. */
const anyMarks = { quality: 3, timeliness: 3, attitude: 3, fees: 3, conduct: 3 }
