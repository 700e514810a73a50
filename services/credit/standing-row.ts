import { scoreHoldsUntil } from '#domain/credit/score.ts'
import type { CreditStanding } from '#domain/credit/standing.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { asJson } from '../kernel/run-use-case.ts'

/** A standing as it is stored. `computedAt` is the instant it was computed for. */
export function standingRow(standing: CreditStanding, computedAt: Date) {
  const holdsUntil = scoreHoldsUntil(standing)
  return {
    grade: standing.grade,
    gradeOffList: standing.gradeOffList,
    score: standing.score,
    reviewScore: standing.reviewScore,
    conductScore: standing.conductScore,
    missCount: standing.missCount,
    lists: asJson(standing.lists) ?? [],
    bars: asJson(standing.bars) ?? [],
    explanation: asJson(standing.explanation) ?? [],
    ruleSetVersion: standing.ruleSetVersion,
    holdsUntilOn: holdsUntil && toDbDay(holdsUntil),
    computedAt,
  }
}
