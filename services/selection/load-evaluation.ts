import type { Criterion } from '#domain/selection/criteria.ts'
import { criteriaSchema } from '#domain/selection/criteria.ts'
import { frozenPoolSchema } from '#domain/selection/draw-transcript.ts'
import type { EvaluatedBidder, EvaluationFacts } from '#domain/selection/evaluation-facts.ts'
import type { BidderRefusal } from '#domain/selection/evaluation-result.ts'
import type { FrozenPool } from '#domain/selection/pool.ts'
import { hasQuotes } from '#domain/selection/selection.ts'
import { selectionRules } from '#domain/selection/zz-selection-1.ts'
import type { Tx } from '#prisma/client.ts'
import type { Selection } from '#prisma/generated/client.ts'

/** What an evaluation rests on, and when what it waited for came. */
export interface LoadedEvaluation {
  readonly pool: FrozenPool
  readonly facts: EvaluationFacts
  readonly explainedAt: ReadonlyMap<string, Date>
  readonly scoredAt: readonly Date[]
}

type EvaluatedSelection = Pick<Selection, 'id' | 'number' | 'mode' | 'fundSource' | 'pool' | 'criteria' | 'ruleSetVersion'>

/** Reads the frozen pool, the opened quotes and the scores of a closed selection. */
export async function loadEvaluation(tx: Tx, selection: EvaluatedSelection): Promise<LoadedEvaluation> {
  const pool = frozenPoolSchema.parse(selection.pool)
  const { parameters } = selectionRules(selection.ruleSetVersion)
  const signUps = await loadSignUps(tx, selection.id)
  const quoted = hasQuotes(selection.mode)
  const bidders = pool.places.map(({ place, signUpId, score }): EvaluatedBidder => {
    const signUp = signUps.get(signUpId)
    const common = { place, signUpId, score, points: pointsOf(signUp?.scores ?? []) }
    return quoted ? { ...common, ...quoteOf(signUp) } : { ...common, quote: null, out: null }
  })
  return {
    pool,
    facts: {
      mode: selection.mode,
      bidders,
      minimum: parameters.minimumPool.value[selection.mode][selection.fundSource],
      abnormallyLowShare: parameters.abnormallyLowShare.value,
      percents: parameters.averagePercents.value,
      creditTailShare: parameters.creditTailShare.value,
      shortlistSize: parameters.shortlistSize.value,
      unratedScore: parameters.unratedScore.value,
      criteria: criteriaOf(selection),
    },
    explainedAt: new Map(
      [...signUps.values()].flatMap(({ id, openedQuote }) => (openedQuote?.explainedAt ? [[id, openedQuote.explainedAt]] : [])),
    ),
    scoredAt: [...signUps.values()].flatMap(({ scores }) => scores.map((score) => score.scoredAt)),
  }
}

export const criteriaOf = ({ criteria }: Pick<Selection, 'criteria'>): readonly Criterion[] => criteriaSchema.parse(criteria)

async function loadSignUps(tx: Tx, selectionId: string) {
  const rows = await tx.signUp.findMany({
    where: { selectionId, place: { not: null } },
    select: { id: true, state: true, exclusion: true, openedQuote: true, scores: true },
    orderBy: { place: 'asc' },
  })
  return new Map(rows.map((row) => [row.id, row]))
}
type LoadedSignUp = Awaited<ReturnType<typeof loadSignUps>> extends Map<string, infer Row> ? Row : never

/** A quote counts when it was opened and is valid; what becomes of its bidder afterwards changes no evaluation. */
function quoteOf(signUp: LoadedSignUp | undefined): Pick<EvaluatedBidder, 'quote' | 'out'> {
  const opened = signUp?.openedQuote
  if (opened?.problem == null && opened?.feeFen != null && opened.workingDays !== null) {
    const { feeFen, workingDays, explainedAt } = opened
    return { quote: { feeFen, workingDays, isExplained: explainedAt !== null }, out: null }
  }
  const refusal = (opened?.problem ?? signUp?.exclusion) as BidderRefusal | null | undefined
  return { quote: null, out: refusal ?? { code: signUp?.state === 'WITHDRAWN' ? 'STEPPED_BACK' : 'NO_QUOTE' } }
}

const pointsOf = (scores: LoadedSignUp['scores']): Record<string, number> =>
  Object.fromEntries(scores.map(({ criterion, points }) => [criterion, Math.round(points * 100)]))
