import { z } from 'zod'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { decideObjection as decide, objectionConsequences } from '#domain/selection/objection.ts'
import type { ObjectionConsequence } from '#domain/selection/objection.ts'
import { selectionRules } from '#domain/selection/zz-selection-1.ts'
import type { Selection, SelectionObjection } from '#prisma/generated/client.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'
import { excludeBidder } from './exclude-bidder.ts'
import { failSelection } from './fail-selection.ts'
import { lockSelectionFor } from './lock-selection.ts'
import { passOn } from './pass-on.ts'
import { resumePublicity } from './resume-publicity.ts'
import { saveSelectionStep } from './save-selection-step.ts'

export const decideObjectionInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  /** The selection's number. */
  number: z.string().trim().min(1).max(40),
  objectionNumber: z.string().trim().min(1).max(40),
  outcome: z.enum(['UPHELD', 'REJECTED']),
  /** What an upheld one leads to. */
  consequence: z.enum(objectionConsequences).nullable().default(null),
  reasons: z.string().trim().max(10_000),
})

/**
 * The supervising body answers an objection with reasons (rulebook R3). Upheld, the proposed winner is out and the next of the order takes the
 * place, or the round fails; with the last one answered the publicity goes on.
 * @returns the selection's id
 * @throws RefusedError OBJECTION_DECIDED, REASONS_REQUIRED, CONSEQUENCE_REQUIRED · ForbiddenError for another body · NotFoundError
 */
export async function decideObjection(context: UseCaseContext, input: z.input<typeof decideObjectionInput>): Promise<string> {
  const parsed = parseInput(decideObjectionInput, input)
  const command = { operation: 'decideObjection', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const row = await lockSelectionFor(unit, 'selection.supervise', { number: parsed.number })
    const where = { number: parsed.objectionNumber, selectionId: row.id }
    const objection = await unit.tx.selectionObjection.findFirst({ where })
    if (!objection) throw new NotFoundError('SelectionObjection')
    const { filedAt, state } = objection
    const consequence = unwrap(decide({ isOpen: state === 'OPEN', filedAt }, row, parsed))
    const { outcome, reasons } = parsed
    await unit.tx.selectionObjection.update({
      where: { id: objection.id },
      data: { state: outcome, reasons, consequence: parsed.consequence, answeredAt: unit.now, answeredById: unit.viewer.userId },
    })
    const { objectionAnswerWorkingDays } = selectionRules(row.ruleSetVersion).parameters
    const saved = await saveSelectionStep(unit, row, {
      kind: 'OBJECTION_ANSWERED',
      facts: { objection: objection.number, outcome, consequence, reasons },
      action: 'selections.decideObjection',
      basis: citeBasis(objectionAnswerWorkingDays.basis),
    })
    await unit.outbox('selections.objectionAnswered', 'SelectionObjection', objection.id)
    await follow(unit, saved, objection, consequence)
    return row.id
  })
}

/** What the answer does to the round. */
async function follow(
  unit: UnitOfWork,
  row: Selection,
  { number }: SelectionObjection,
  consequence: ObjectionConsequence | 'NOTHING',
): Promise<void> {
  const refusal = { code: 'OBJECTION_UPHELD', objection: number }
  if (consequence === 'FAIL') {
    await failSelection(unit, row.id, refusal)
    return
  }
  if (consequence === 'EXCLUDE_WINNER' && row.winnerId !== null) {
    await excludeBidder(unit, row, row.winnerId, refusal)
    await passOn(unit, row)
  }
  await resumePublicity(unit, await unit.tx.selection.findUniqueOrThrow({ where: { id: row.id } }))
}
