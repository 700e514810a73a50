import type { z } from 'zod'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { caseStepInput, documentText } from './case-step-input.ts'
import { decideStep } from './decide-step.ts'
import { endSuspensions } from './end-suspensions.ts'
import { lockCase, saveStep } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'

export const closeWithoutFindingInput = caseStepInput.extend({ reasons: documentText })

/** The investigator closes the case before any notice: nothing was established. What was provisional falls at once. */
export async function closeWithoutFinding(context: UseCaseContext, input: z.input<typeof closeWithoutFindingInput>): Promise<string> {
  const parsed = parseInput(closeWithoutFindingInput, input)
  const command = { operation: 'closeWithoutFinding', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { reasons } = parsed
    const locked = await lockCase(unit, 'violation.notify', parsed)
    const step = { type: 'CLOSE_WITHOUT_FINDING', actorId: context.viewer.userId ?? '', reasons } as const
    await decideStep(unit, locked.state, step, 'CLOSED_WITHOUT_FINDING')
    demand(context, 'violation.notify', locked.facts)
    const data = { state: 'CLOSED_NO_FINDING', closedAt: unit.now, closeReasons: reasons } as const
    const id = await saveStep(unit, locked, data, { action: 'listings.closeWithoutFinding', basis: reasons })
    await recordCaseStep(unit, id, 'CLOSED')
    await endSuspensions(unit, id, reasons)
    await refreshStanding(unit, locked.row.subjectId)
    await unit.outbox('listings.closed', 'ViolationCase', id)
    return id
  })
}
