import type { z } from 'zod'
import { separationBroken } from '#domain/listings/case-guards.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { caseStepInput, documentText } from './case-step-input.ts'
import { endSuspensions } from './end-suspensions.ts'
import { lockCase, saveStep } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'

export const liftSuspensionInput = caseStepInput.extend({ reasons: documentText })

/** Lifts the interim suspension of a case at once, with reasons; by whoever could order one. Answers with the case's id. */
export async function liftSuspension(context: UseCaseContext, input: z.input<typeof liftSuspensionInput>): Promise<string> {
  const parsed = parseInput(liftSuspensionInput, input)
  const command = { operation: 'liftSuspension', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { reasons } = parsed
    const locked = await lockCase(unit, 'violation.suspend', parsed)
    const refusal = separationBroken(locked.state, context.viewer.userId ?? '')
    if (refusal) throw new RefusedError(refusal)
    demand(context, 'violation.suspend', locked.facts)
    if ((await endSuspensions(unit, locked.row.id, reasons)) === 0) throw new RefusedError({ code: 'NO_SUSPENSION' })
    const id = await saveStep(unit, locked, {}, { action: 'listings.liftSuspension', basis: reasons })
    await recordCaseStep(unit, id, 'SUSPENSION_LIFTED')
    await refreshStanding(unit, locked.row.subjectId)
    await unit.outbox('listings.suspensionLifted', 'ViolationCase', id)
    return id
  })
}
