import type { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { caseStepInput } from './case-step-input.ts'
import { decideStep } from './decide-step.ts'
import { lockCase, saveStep } from './lock-case.ts'

export const startInvestigationInput = caseStepInput

/** An investigator who did not report takes the case (rulebook R5). Answers with the case's id. */
export async function startInvestigation(context: UseCaseContext, input: z.input<typeof startInvestigationInput>): Promise<string> {
  const parsed = parseInput(startInvestigationInput, input)
  const command = { operation: 'startInvestigation', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockCase(unit, 'violation.investigate', parsed)
    const actorId = context.viewer.userId ?? ''
    await decideStep(unit, locked.state, { type: 'START_INVESTIGATION', actorId }, 'INVESTIGATION_STARTED')
    demand(context, 'violation.investigate', locked.facts)
    const data = { state: 'INVESTIGATING', investigatorId: actorId, investigationStartedAt: unit.now } as const
    return saveStep(unit, locked, data, { action: 'listings.startInvestigation' })
  })
}
