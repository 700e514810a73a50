import type { CreditGrade } from '#domain/credit/grade.ts'
import { meanOn } from '#domain/credit/platform-mean.ts'
import { standingDifferences } from '#domain/credit/read-standing.ts'
import { computeStanding } from '#domain/credit/standing.ts'
import type { CreditStanding } from '#domain/credit/standing.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CreditStanding as StandingRow } from '#prisma/generated/client.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { loadCreditFactsOfMany } from './load-credit-facts.ts'
import { publishedMeans } from './load-platform-means.ts'
import { standingRuleSetsOf } from './load-rule-sets.ts'

export interface StandingsVerified {
  readonly checked: number
  readonly differing: readonly { readonly subjectId: string; readonly fields: readonly string[] }[]
}

const BATCH = 500

/** Rebuilds every standing from its facts as of the moment it was written and compares; what differs is named. */
export async function verifyAllStandings(context: UseCaseContext): Promise<StandingsVerified> {
  demand(context, 'standing.rebuild')
  const differing: { subjectId: string; fields: readonly string[] }[] = []
  const ruleSets = await standingRuleSetsOf(context.prisma)
  const means = await publishedMeans(context.prisma)
  let checked = 0
  let after = ''
  for (;;) {
    const rows: StandingRow[] = await context.prisma.creditStanding.findMany({
      ...(after ? { cursor: { subjectId: after }, skip: 1 } : {}),
      orderBy: { subjectId: 'asc' },
      take: BATCH,
    })
    const facts = await loadCreditFactsOfMany(
      context.prisma,
      rows.map(({ subjectId }) => subjectId),
    )
    for (const row of rows) {
      const own = facts.get(row.subjectId)
      if (!own) continue
      const platformMeanReview = meanOn(means, shanghaiDayOf(row.computedAt))
      const rebuilt = unwrap(computeStanding({ ...own, platformMeanReview }, ruleSets, row.computedAt))
      const fields = standingDifferences(toStanding(row), rebuilt)
      if (fields.length > 0) differing.push({ subjectId: row.subjectId, fields })
    }
    checked += rows.length
    if (rows.length < BATCH) return { checked, differing }
    after = rows.at(-1)?.subjectId ?? ''
  }
}

/** The kept row in the shape of the domain; its JSON columns hold what the domain wrote. */
export function toStanding(row: StandingRow): CreditStanding {
  const { score, reviewScore, missCount, ruleSetVersion } = row
  return {
    grade: row.grade as CreditGrade,
    gradeOffList: row.gradeOffList as CreditStanding['gradeOffList'],
    score,
    reviewScore,
    conductScore: row.conductScore ?? 0,
    explanation: row.explanation as unknown as CreditStanding['explanation'],
    ruleSetVersion,
    lists: row.lists as unknown as CreditStanding['lists'],
    bars: row.bars as unknown as CreditStanding['bars'],
    missCount,
  }
}
