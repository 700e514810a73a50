import { z } from 'zod'
import { lowQuotes } from '#domain/selection/evaluation-facts.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { decideResult } from './decide-result.ts'
import { bidderName } from './bidder-name.ts'
import { readDrawSituation } from './draw-state.ts'
import { lockSelection } from './lock-selection.ts'
import { lockOwnSignUp } from './own-sign-up.ts'
import { saveSelectionStep } from './save-selection-step.ts'

export const explainQuoteInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  explanation: z.string().trim().min(10).max(5000),
})

/**
 * A bidder explains in writing a quote that is abnormally low 异常低价 (rulebook R3), within the window after the opening; it can't be changed
 * afterwards. Without it the quote is out. The explanation is public with the result.
 * @returns the sign-up's id
 * @throws RefusedError NOTHING_TO_EXPLAIN, EXPLAINED_ALREADY · ForbiddenError · NotFoundError
 */
export async function explainQuote(context: UseCaseContext, input: z.input<typeof explainQuoteInput>): Promise<string> {
  const parsed = parseInput(explainQuoteInput, input)
  demand(context, 'selection.signUp', { intermediarySubjectId: context.viewer.subjectId })
  const command = { operation: 'explainQuote', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now } = unit
    const row = await lockSelection(unit, { number: parsed.number })
    const { id } = await lockOwnSignUp(unit, row)
    const situation = row.state === 'OPENED' ? await readDrawSituation(unit, row) : null
    const own = situation && lowQuotes(situation.facts).find(({ signUpId }) => signUpId === id)
    if (own?.quote.isExplained) throw new RefusedError({ code: 'EXPLAINED_ALREADY' })
    const { readiness } = situation ?? {}
    if (!own || readiness?.state !== 'AWAITING' || readiness.what !== 'EXPLANATIONS') throw new RefusedError({ code: 'NOTHING_TO_EXPLAIN' })
    await tx.openedQuote.update({ where: { signUpId: id }, data: { explanation: parsed.explanation, explainedAt: now } })
    await saveSelectionStep(unit, row, {
      ...{ kind: 'QUOTE_EXPLAINED', action: 'selections.explainQuote' },
      facts: { name: await bidderName(tx, id), explanation: parsed.explanation },
    })
    await decideResult(unit, row.id)
    return id
  })
}
