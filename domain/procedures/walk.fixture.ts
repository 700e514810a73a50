import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import type { InterimSuspension } from '#domain/listings/interim-suspension.ts'
import type { ListEntry } from '#domain/listings/list-entry.ts'
import type { RedListNomination } from '#domain/listings/red-list-nomination.ts'
import type { ViolationCase } from '#domain/listings/violation-case.ts'
import { ZZ_LISTING_1 } from '#domain/listings/zz-listing-1.ts'
import type { Appeal, AppealState } from '#domain/remedies/appeal.ts'
import type { CreditRepair } from '#domain/remedies/credit-repair.ts'

/** For tests: what was accepted, by whom, when; kept apart from the states, so that the invariants don't believe the rules they check. */
export interface Accepted {
  readonly type: string
  readonly actorId: string | null
  readonly at: Date
  readonly facts: Readonly<Record<string, string | boolean | null>>
}

/** For tests: one firm with all its procedures of rulebook R5, at one instant. */
export interface World {
  readonly now: Date
  readonly violation: ViolationCase | null
  readonly deciderId: string | null
  readonly presiderId: string | null
  readonly suspensions: readonly InterimSuspension[]
  /** The entry the decision made. */
  readonly entry: (ListEntry & { readonly earliestRepairOn: CalendarDay }) | null
  readonly isViolationFound: boolean
  readonly appeal: Appeal | null
  readonly endedAppeals: readonly AppealState[]
  readonly repair: CreditRepair | null
  readonly nomination: RedListNomination | null
  readonly redEntry: ListEntry | null
  readonly history: readonly Accepted[]
}

/** For tests: Monday 2026-01-05, ten in the morning in Shanghai; nothing has happened. */
export const emptyWorld: World = {
  now: new Date('2026-01-05T02:00:00Z'),
  violation: null,
  deciderId: null,
  presiderId: null,
  suspensions: [],
  entry: null,
  isViolationFound: false,
  appeal: null,
  endedAppeals: [],
  repair: null,
  nomination: null,
  redEntry: null,
  history: [],
}

/** For tests: whoever walks by may try anything; the body somebody acts for decides whose appeals they may hear. */
export const walkers = ['an', 'bo', 'chen', 'dong', 'fang', 'gao'] as const
export const bodyOf = (walker: string): string => (['an', 'bo', 'chen'].includes(walker) ? 'office' : 'review')

/** For tests: the rules of a step at this instant. */
export const rulesAt = ({ now }: World) => ({ now, calendar: calendarOf2026, ruleSet: ZZ_LISTING_1 })

/** For tests: the world some days later, as long as its calendar is loaded for what a step of that day may count. */
export function later(world: World, days: number): World {
  const now = new Date(world.now.getTime() + days * 86_400_000)
  return now.getTime() > Date.parse('2026-11-20T00:00:00Z') ? world : { ...world, now }
}

/** For tests: the same with one more line of history. */
export const noted = (world: World, type: string, actorId: string | null, facts: Accepted['facts'] = {}): World => ({
  ...world,
  history: [...world.history, { type, actorId, at: world.now, facts }],
})

/** For tests: an entry of today. */
export function entryOf(world: World, list: ListEntry['list'], untilOn: CalendarDay | null): ListEntry {
  const none = { endedOn: null, appealedOn: null, appealDecidedOn: null }
  const isFromBrokenCommitments = world.violation?.kind === 'BROKEN_COMMITMENTS' && list === 'DISHONESTY'
  return { entryId: list, list, fromOn: shanghaiDayOf(world.now), untilOn, status: 'ACTIVE', isFromBrokenCommitments, ...none }
}

/** For tests: the days that an entry of the walk could hold. */
export const walkedDays: readonly CalendarDay[] = Array.from({ length: 500 }, (_, index) => addDays('2026-01-01', index))
