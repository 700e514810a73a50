import { z } from 'zod'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { checkObjection } from '#domain/selection/objection.ts'
import { answerDue } from '#domain/selection/publicity.ts'
import { fromDbDayOrNull, toDbDay } from '#prisma/db-day.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { lockSelection, selectionContext } from './lock-selection.ts'
import { lockOwnSignUp } from './own-sign-up.ts'
import { saveSelectionStep } from './save-selection-step.ts'

export const objectToResultInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  grounds: z.string().trim().min(10).max(10_000),
})

/**
 * A bidder objects to the result 异议 during its publicity, which pauses until the supervising body has answered (rulebook R3).
 * @returns the objection's number
 * @throws RefusedError NOT_IN_PUBLICITY, OBJECTION_OPEN, CALENDAR_NOT_LOADED · ForbiddenError · NotFoundError for whoever took no part
 */
export async function objectToResult(context: UseCaseContext, input: z.input<typeof objectToResultInput>): Promise<string> {
  const parsed = parseInput(objectToResultInput, input)
  const { subjectId, userId } = context.viewer
  demand(context, 'selection.object', { intermediarySubjectId: subjectId })
  const command = { operation: 'objectToResult', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now } = unit
    const row = await lockSelection(unit, { number: parsed.number })
    await lockOwnSignUp(unit, row)
    const own = await tx.selectionObjection.findFirst({ where: { selectionId: row.id, subjectId: subjectId ?? '', state: 'OPEN' } })
    unwrap(checkObjection({ state: row.state, untilOn: fromDbDayOrNull(row.publicityUntilOn) }, own?.number ?? null, now))
    const rules = await selectionContext(unit, row)
    const answerDueOn = unwrap(answerDue(rules))
    const number = await nextNumber(unit, 'SELECTION_OBJECTION')
    const filed = { number, selectionId: row.id, grounds: parsed.grounds, filedAt: now, answerDueOn: toDbDay(answerDueOn) }
    const { id } = await tx.selectionObjection.create({ data: { ...filed, subjectId: subjectId ?? '', objectorId: userId ?? '' } })
    await saveSelectionStep(unit, row, {
      ...(row.state === 'PUBLICITY' && { to: 'DISPUTED', data: { publicityPausedAt: now } }),
      kind: 'OBJECTION_FILED',
      facts: { objection: number, answerDueOn },
      action: 'selections.object',
      basis: citeBasis(rules.ruleSet.parameters.objectionAnswerWorkingDays.basis),
    })
    await unit.outbox('selections.objected', 'SelectionObjection', id)
    return number
  })
}
