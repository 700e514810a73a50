import type { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'
import { lockSelection } from './lock-selection.ts'
import { resumePublicity } from './resume-publicity.ts'
import { saveSelectionStep } from './save-selection-step.ts'
import { ownSignUpInput } from './withdraw-sign-up.ts'

/**
 * Takes the viewer's own open objection back; with the last one gone the publicity goes on.
 * @returns the selection's id
 * @throws ForbiddenError · NotFoundError where none is open
 */
export async function withdrawObjection(context: UseCaseContext, input: z.input<typeof ownSignUpInput>): Promise<string> {
  const parsed = parseInput(ownSignUpInput, input)
  const { subjectId } = context.viewer
  demand(context, 'selection.object', { intermediarySubjectId: subjectId })
  const command = { operation: 'withdrawObjection', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const row = await lockSelection(unit, { number: parsed.number })
    const where = { selectionId: row.id, subjectId: subjectId ?? '', state: 'OPEN' as const }
    const objection = await unit.tx.selectionObjection.findFirst({ where })
    if (!objection) throw new NotFoundError('SelectionObjection')
    await unit.tx.selectionObjection.update({ where: { id: objection.id }, data: { state: 'WITHDRAWN', answeredAt: unit.now } })
    const facts = { objection: objection.number }
    const saved = await saveSelectionStep(unit, row, { kind: 'OBJECTION_WITHDRAWN', facts, action: 'selections.withdrawObjection' })
    await resumePublicity(unit, saved)
    return row.id
  })
}
