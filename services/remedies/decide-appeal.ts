import { z } from 'zod'
import { toDbDay } from '#prisma/db-day.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { annulDecision } from '../listings/annul-decision.ts'
import { dayInput } from '../listings/case-step-input.ts'
import { serveAppealDecision } from './serve-appeal-decision.ts'
import { decideAppealStep, lockAppeal, saveAppealStep } from './lock-appeal.ts'
import { remedyStepInput, remedyText, serviceChosen } from './remedy-step-input.ts'
import { varyEntry } from './vary-entry.ts'

export const appealOutcomes = ['ANNULLED', 'VARIED', 'UPHELD'] as const

export const decideAppealInput = remedyStepInput.extend({
  outcome: z.enum(appealOutcomes),
  basis: remedyText,
  reasons: remedyText,
  /** VARIED: the new last public day; left out, the entry falls and the finding stays. */
  newUntilOn: dayInput.nullish(),
  ...serviceChosen.shape,
})

/**
 * The reviewer decides afresh (rulebook R5): the decision is annulled as if never made, varied in the party's favour, or upheld. What follows
 * for entry, points, standing and everyone who received the entry happens in this transaction.
 * @returns the appeal's id
 * @throws RefusedError NOT_REVIEWER_OF_APPEAL, SEPARATION_OF_DUTIES, WITHIN_DECIDING_CHAIN, NOTHING_TO_VARY, VARIED_TOO_SHORT,
 *   VARIED_FOR_THE_WORSE, SERVICE_METHOD_REQUIRED, STEP_FORBIDDEN · ForbiddenError · NotFoundError · ConcurrentChangeError
 */
export async function decideAppeal(context: UseCaseContext, input: z.input<typeof decideAppealInput>): Promise<string> {
  const parsed = parseInput(decideAppealInput, input)
  const command = { operation: 'decideAppeal', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { viewer } = unit
    const { basis, reasons, newUntilOn = null } = parsed
    const locked = await lockAppeal(unit, 'appeal.review', parsed)
    const { row } = locked
    const by = { actorId: viewer.userId ?? '', bodyId: viewer.organisationId }
    const step = { type: 'DECIDE_APPEAL', ...by, outcome: parsed.outcome, basis, reasons, newUntilOn } as const
    const { outcome, newUntilOn: until, ruleSetVersion } = await decideAppealStep(unit, locked, step, 'APPEAL_DECIDED')
    demand(context, 'appeal.review', locked.facts)
    const decisionNumber = await nextNumber(unit, 'APPEAL_DECISION')
    const decided = { state: outcome, decidedAt: unit.now, decisionNumber, decisionBasis: basis, decisionReasons: reasons, ruleSetVersion }
    const id = await saveAppealStep(
      unit,
      locked,
      { ...decided, newUntilOn: until && toDbDay(until) },
      {
        action: 'remedies.decideAppeal',
        basis,
        after: { outcome, newUntilOn: until },
        kind: `APPEAL_${outcome}`,
        facts: { decisionNumber },
      },
    )
    const reason = `申诉决定书 ${decisionNumber}：${reasons}`
    if (outcome === 'ANNULLED') await annulDecision(unit, row.caseId, reason)
    if (outcome === 'VARIED') await varyEntry(unit, row.caseId, until, reason)
    await serveAppealDecision(unit, row, decisionNumber, parsed)
    await refreshStanding(unit, row.subjectId)
    await unit.outbox('remedies.appealDecided', 'Appeal', id)
    return id
  })
}
