import { z } from 'zod'
import { checkScores } from '#domain/selection/scores.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { decideResult } from './decide-result.ts'
import { readDrawSituation } from './draw-state.ts'
import { lockSelectionFor } from './lock-selection.ts'
import { saveSelectionStep } from './save-selection-step.ts'

export const scoreSignUpsInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  version: z.int(),
  scores: z
    .array(
      z.object({
        signUpId: z.uuid(),
        criterion: z.string().min(1).max(30),
        /** 0–100, two decimals at most */
        points: z.number().min(0).max(100),
        reasons: z.string().trim().max(2000),
      }),
    )
    .max(12_000),
})

/**
 * The owner's scores 评分 of a comparative selection: every bidder with a valid quote on every criterion that is scored, each with reasons,
 * all at once and for good. Where nothing else is awaited the result follows in the same transaction.
 * @returns the selection's id
 * @throws RefusedError NOT_TO_BE_SCORED, SCORED_ALREADY, SCORES_INCOMPLETE, SCORE_UNKNOWN, SCORE_TWICE, SCORE_TOO_FINE, REASONS_REQUIRED ·
 *   ForbiddenError · NotFoundError · ConcurrentChangeError
 */
export async function scoreSignUps(context: UseCaseContext, input: z.input<typeof scoreSignUpsInput>): Promise<string> {
  const parsed = parseInput(scoreSignUpsInput, input)
  const command = { operation: 'scoreSignUps', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    const row = await lockSelectionFor(unit, 'selection.manage', parsed)
    const situation = row.mode === 'COMPARATIVE' && row.state === 'OPENED' ? await readDrawSituation(unit, row) : null
    if (!situation || situation.readiness.state === 'LAPSED') throw new RefusedError({ code: 'NOT_TO_BE_SCORED' })
    if (situation.scoredAt.length > 0) throw new RefusedError({ code: 'SCORED_ALREADY' })
    const scores = unwrap(checkScores(situation.facts, parsed.scores))
    await tx.criterionScore.createMany({ data: scores.map((score) => ({ ...score, scoredById: viewer.userId ?? '', scoredAt: now })) })
    await saveSelectionStep(unit, row, {
      kind: 'SCORED',
      facts: { scores: scores.length },
      action: 'selections.score',
      topic: 'selections.scored',
    })
    await decideResult(unit, row.id)
    return row.id
  })
}
