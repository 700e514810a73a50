import type { CreditGrade } from './grade.ts'
import type { SimulatedMove } from './simulated-move.ts'
import { isMoved } from './simulated-move.ts'

/** How many subjects go from one grade to another; the diagonal stays. */
export interface GradeMove {
  readonly before: CreditGrade
  readonly after: CreditGrade
  readonly count: number
}

/** How many scores differ by that much: from `from`, below `to`; null is open. */
export interface ScoreShift {
  readonly from: number | null
  readonly to: number | null
  readonly count: number
}

/** 规则试算结果: what a draft would change, counted. */
export interface SimulationSummary {
  readonly subjects: number
  /** With another grade or score. */
  readonly moved: number
  readonly moves: readonly GradeMove[]
  readonly shifts: readonly ScoreShift[]
}

const edges = [-20, -10, -5, -1, -0.005, 0.005, 1, 5, 10, 20] as const

export const emptySummary: SimulationSummary = {
  subjects: 0,
  moved: 0,
  moves: [],
  shifts: [null, ...edges].map((from, index) => ({ from, to: edges[index] ?? null, count: 0 })),
}

/** Counts further subjects in; the order in which they come doesn't matter, so that a run goes on where it stopped. */
export function addToSummary(summary: SimulationSummary, compared: readonly SimulatedMove[]): SimulationSummary {
  const moves = new Map(summary.moves.map((move) => [`${move.before}${move.after}`, move]))
  const shifts = summary.shifts.map((shift) => ({ ...shift }))
  for (const move of compared) {
    const { gradeBefore: before, gradeAfter: after, scoreBefore, scoreAfter } = move
    const key = `${before}${after}`
    moves.set(key, { before, after, count: (moves.get(key)?.count ?? 0) + 1 })
    if (scoreBefore === null || scoreAfter === null) continue
    const difference = scoreAfter - scoreBefore
    const shift = shifts.find(({ from, to }) => (from === null || difference >= from) && (to === null || difference < to))
    if (shift) shift.count += 1
  }
  return {
    subjects: summary.subjects + compared.length,
    moved: summary.moved + compared.filter(isMoved).length,
    moves: [...moves.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, move]) => move),
    shifts,
  }
}
