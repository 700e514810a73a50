import { endOfShanghaiDay, addDays } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { firstRoundFrom, roundDueAt } from './drand-beacon.ts'
import type { DrandChain } from './drand-beacon.ts'
import { lotteryDayAfter, lotteryEntryFrom } from './lottery.ts'

/** One source of public randomness, with all that fixes it and how long it is waited for. */
export type Rung =
  | { readonly kind: 'DRAND'; readonly chain: DrandChain; readonly round: number; readonly dueAt: string; readonly patienceHours: number }
  | { readonly kind: 'LOTTERY'; readonly lottery: 'SSQ'; readonly entryDays: number }
  | { readonly kind: 'CONTRIBUTIONS'; readonly revealHours: number; readonly minimum: number }

/** Kinds of rungs in the order of the ladder. */
export const rungKinds = ['DRAND', 'LOTTERY', 'CONTRIBUTIONS'] as const satisfies readonly Rung['kind'][]

/**
 * How a draw will be made, published with the announcement and never changed: the algorithm, and the ladder of sources in the order in
 * which they are used. A rung is used when the one before it lapsed at its deadline; when the last one lapses the selection fails.
 */
export interface DrawMethod {
  readonly version: 'XX-DRAW-1'
  readonly algorithm: 'RFC3797-SHA256'
  readonly selectionNumber: string
  /** ISO instant of the closing line */
  readonly closesAt: string
  readonly ladder: readonly Rung[]
}

/** How long things are waited for (ours, rule set ZZ-SELECTION-1). */
export interface DrawTimes {
  /** Minutes between closing and the drand round: the pool must be frozen by then. */
  readonly drawDelayMinutes: number
  readonly beaconPatienceHours: number
  /** Days after the lottery's day on which numbers may be entered. */
  readonly lotteryEntryDays: number
  readonly revealHours: number
  /** Fewest bidders whose contributions make randomness. */
  readonly minimumContributions: number
}

/** The method of a selection. Without a chain the ladder begins with the lottery. */
export function publishMethod(selectionNumber: string, closesAt: Date, chain: DrandChain | null, times: DrawTimes): DrawMethod {
  const beacon: Rung[] = chain ? [beaconRung(chain, new Date(closesAt.getTime() + times.drawDelayMinutes * 60_000), times)] : []
  return {
    version: 'XX-DRAW-1',
    algorithm: 'RFC3797-SHA256',
    selectionNumber,
    closesAt: closesAt.toISOString(),
    ladder: [
      ...beacon,
      { kind: 'LOTTERY', lottery: 'SSQ', entryDays: times.lotteryEntryDays },
      { kind: 'CONTRIBUTIONS', revealHours: times.revealHours, minimum: times.minimumContributions },
    ],
  }
}

function beaconRung(chain: DrandChain, from: Date, { beaconPatienceHours }: DrawTimes): Rung {
  const round = firstRoundFrom(chain, from)
  return { kind: 'DRAND', chain, round, dueAt: roundDueAt(chain, round).toISOString(), patienceHours: beaconPatienceHours }
}

/** When a rung is in use: what it gives can come from `opensAt` on and counts before `deadlineAt`. */
export interface RungWindow {
  readonly opensAt: Date
  readonly deadlineAt: Date
  /** LOTTERY: the day of its drawing. */
  readonly drawnOn?: CalendarDay
}

/** When the pool was frozen, and when a draw was first needed: what the windows of the rungs hang on. */
export interface DrawInstants {
  readonly frozenAt: Date
  readonly neededAt: Date
}

const hoursAfter = (instant: Date, hours: number) => new Date(instant.getTime() + hours * 3_600_000)
const later = (a: Date, b: Date) => (a > b ? a : b)

/** Whether a rung can serve a pool frozen then: who could still touch the pool when a drand round came would know its number. */
export const isFrozenInTime = (rung: Rung, frozenAt: Date): boolean => rung.kind !== 'DRAND' || frozenAt < new Date(rung.dueAt)

/**
 * The windows of all rungs, one after the other, from the instant at which a draw was first needed (the freezing of the pool; where quotes
 * are opened first, the moment at which all else was there). Nobody chooses a date: it follows from the method and those instants. A rung
 * that can't serve has an empty window.
 */
export function rungWindows(method: DrawMethod, { frozenAt, neededAt }: DrawInstants): readonly RungWindow[] {
  const windows: RungWindow[] = []
  let from = later(neededAt, frozenAt)
  for (const rung of method.ladder) {
    const window = isFrozenInTime(rung, frozenAt) ? windowOf(rung, from) : { opensAt: from, deadlineAt: from }
    windows.push(window)
    from = window.deadlineAt
  }
  return windows
}

function windowOf(rung: Rung, from: Date): RungWindow {
  switch (rung.kind) {
    case 'DRAND': {
      const opensAt = later(from, new Date(rung.dueAt))
      return { opensAt, deadlineAt: hoursAfter(opensAt, rung.patienceHours) }
    }
    case 'LOTTERY': {
      const drawnOn = lotteryDayAfter(from)
      return { opensAt: lotteryEntryFrom(drawnOn), deadlineAt: endOfShanghaiDay(addDays(drawnOn, rung.entryDays)), drawnOn }
    }
    case 'CONTRIBUTIONS':
      return { opensAt: from, deadlineAt: hoursAfter(from, rung.revealHours) }
  }
}
