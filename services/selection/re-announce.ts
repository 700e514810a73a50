import type { z } from 'zod'
import { nextRound } from '#domain/selection/re-announce.ts'
import { selectionRules } from '#domain/selection/zz-selection-1.ts'
import type { Selection } from '#prisma/generated/client.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { announce, selectionTimes } from './announce-selection.ts'
import { selectionStepInput } from './draft-input.ts'
import { lockSelectionFor } from './lock-selection.ts'
import { saveSelectionStep } from './save-selection-step.ts'

export const reAnnounceInput = selectionStepInput.extend(selectionTimes.shape)

/**
 * Announces a failed selection once more, on the same terms with new times (rulebook R3); the failed round stays readable and points to it.
 * @returns the new round's id
 * @throws RefusedError NOT_FAILED, RE_ANNOUNCEMENTS_USED_UP, whatever an announcement is refused for · ForbiddenError · NotFoundError ·
 *   ConcurrentChangeError
 */
export async function reAnnounce(context: UseCaseContext, input: z.input<typeof reAnnounceInput>): Promise<string> {
  const parsed = parseInput(reAnnounceInput, input)
  const { clientMutationId, number, version, ...times } = parsed
  return runUseCase(context, { operation: 'reAnnounce', clientMutationId, input: parsed }, async (unit) => {
    const failed = await lockSelectionFor(unit, 'selection.manage', { number, version })
    const failure = failed.failure as { readonly code: string } | null
    const round = unwrap(nextRound({ state: failed.state, round: failed.round, failure }, selectionRules(failed.ruleSetVersion)))
    const next = await copyOf(unit, failed, round)
    await saveSelectionStep(unit, failed, {
      to: 'RE_ANNOUNCED',
      kind: 'RE_ANNOUNCED',
      facts: { next: next.number, round },
      action: 'selections.reAnnounce',
    })
    await announce(unit, next, times)
    return next.id
  })
}

/** The new round: what the failed one asked for, under its own number. */
async function copyOf(unit: UnitOfWork, failed: Selection, round: number): Promise<Selection> {
  const { applicantId, projectName, serviceItemCode, divisionCode, fundSource, mode, size, requirements } = failed
  const { ceilingFen, maxWorkingDays, preselectionPoolId, ruleSetVersion, supervisorId } = failed
  return unit.tx.selection.create({
    data: {
      ...{ applicantId, projectName, serviceItemCode, divisionCode, fundSource, mode, size, requirements },
      ...{ ceilingFen, maxWorkingDays, preselectionPoolId, ruleSetVersion, supervisorId },
      criteria: asJson(failed.criteria) ?? [],
      number: await nextNumber(unit, 'SELECTION'),
      round,
      previousId: failed.id,
      createdById: unit.viewer.userId ?? failed.createdById,
      createdAt: unit.now,
    },
  })
}
