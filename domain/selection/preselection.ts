import type { ItemCancelled, ServiceItem } from '#domain/catalogue/service-item.ts'
import { checkItemRetained } from '#domain/catalogue/service-item.ts'
import type { Bar } from '#domain/credit/bar.ts'
import { barsOn } from '#domain/credit/bar.ts'
import type { BarRefusal, ChosenIntermediary } from '#domain/engagements/choose.ts'
import { barRefusal } from '#domain/engagements/choose.ts'
import type { QualificationRefusal } from '#domain/engagements/qualification.ts'
import { qualificationFor } from '#domain/engagements/qualification.ts'
import type { AvoidanceRefusal } from '#domain/intermediaries/avoidance.ts'
import { avoidanceOf, avoidanceRefusal } from '#domain/intermediaries/avoidance.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'

/** 开放 · 已届满 (after its last day) · 已关闭 by its keeper. */
export const preselectionPoolStates = ['OPEN', 'EXPIRED', 'CLOSED'] as const
export type PreselectionPoolState = (typeof preselectionPoolStates)[number]

/** 预选库 as far as its time goes. `validUntilOn` is its last day. */
export interface PoolTerm {
  readonly validUntilOn: CalendarDay
  readonly closedAt: Date | null
}

/** What the pool is at that instant: compared at every read, so that no sweep can make its end late. */
export function poolStateAt({ validUntilOn, closedAt }: PoolTerm, now: Date): PreselectionPoolState {
  if (closedAt !== null && closedAt <= now) return 'CLOSED'
  return validUntilOn < shanghaiDayOf(now) ? 'EXPIRED' : 'OPEN'
}

/** A firm as it stands now, and what the pool is for. `divisionLine` is the pool's division and those above it. */
export interface PreselectionFacts {
  readonly item: ServiceItem
  readonly intermediary: Pick<ChosenIntermediary, 'status' | 'qualifications' | 'agencyTies'>
  readonly bars: readonly Bar[]
  readonly divisionLine: readonly string[]
  readonly now: Date
}

/** Why a firm that is or would be a member counts as out. */
export type PreselectionObstacle =
  | ItemCancelled
  | { readonly code: 'INTERMEDIARY_NOT_LISTED'; readonly status: 'EXITING' | 'EXITED' }
  | BarRefusal
  | AvoidanceRefusal
  | QualificationRefusal

export type PreselectionRefusal =
  | { readonly code: 'POOL_ENDED'; readonly state: Exclude<PreselectionPoolState, 'OPEN'>; readonly validUntilOn: CalendarDay }
  | { readonly code: 'NOT_PRESELECTED' }
  | PreselectionObstacle

/**
 * Whether a firm may stand in a pool for government-invested projects today: the form check at joining, and again at every read, so that
 * whoever is blacklisted (003 三(三): never preselected), suspended, gone or without its certificate is out at once. A bar on services keeps
 * it out as well as one on preselection: who may not work need not be asked.
 */
export function checkPreselectable(facts: PreselectionFacts): Result<true, PreselectionObstacle> {
  const { item, intermediary, bars, divisionLine, now } = facts
  const today = shanghaiDayOf(now)
  const retained = checkItemRetained(item)
  if (!retained.ok) return retained
  const { status } = intermediary
  if (status !== 'LISTED') return refuse({ code: 'INTERMEDIARY_NOT_LISTED', status })
  const barred = barRefusal([...barsOn(bars, 'PRESELECTION', today), ...barsOn(bars, 'PROVIDE_SERVICES', today)])
  if (barred) return refuse(barred)
  const tie = avoidanceOf(intermediary.agencyTies, item, divisionLine)
  if (tie) return refuse(avoidanceRefusal(tie))
  const qualification = qualificationFor(item, intermediary.qualifications, today)
  return qualification.ok ? ok(true) : qualification
}

/** The dates of one firm in one pool; `leftAt` null while it has not left. */
export interface PreselectionMembership {
  readonly joinedAt: Date
  readonly leftAt: Date | null
}

/**
 * Whether a firm counts as a member at that instant, with the reason told on every page where it does not.
 * @param openAt the instant at which the pool had to be open
 */
export function checkPreselected(
  pool: PoolTerm,
  membership: PreselectionMembership | null,
  facts: PreselectionFacts,
  openAt: Date = facts.now,
): Result<true, PreselectionRefusal> {
  const state = poolStateAt(pool, openAt)
  if (state !== 'OPEN') return refuse({ code: 'POOL_ENDED', state, validUntilOn: pool.validUntilOn })
  if (membership === null || facts.now < membership.joinedAt) return refuse({ code: 'NOT_PRESELECTED' })
  if (membership.leftAt !== null && membership.leftAt <= facts.now) return refuse({ code: 'NOT_PRESELECTED' })
  return checkPreselectable(facts)
}
