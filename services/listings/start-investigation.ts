import type { z } from 'zod'
import { toDbDay } from '#prisma/db-day.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { caseStepInput } from './case-step-input.ts'
import { decideStep } from './decide-step.ts'
import { lockCase, saveStep } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'

export const startInvestigationInput = caseStepInput

/** An investigator who did not report takes the case (rulebook R5). Answers with the case's id. */
export async function startInvestigation(context: UseCaseContext, input: z.input<typeof startInvestigationInput>): Promise<string> {
  const parsed = parseInput(startInvestigationInput, input)
  const command = { operation: 'startInvestigation', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockCase(unit, 'violation.investigate', parsed)
    const actorId = context.viewer.userId ?? ''
    const step = { type: 'START_INVESTIGATION', actorId } as const
    const { investigationDueOn } = await decideStep(unit, locked.state, step, 'INVESTIGATION_STARTED')
    demand(context, 'violation.investigate', locked.facts)
    const time = { investigationStartedAt: unit.now, investigationDueOn: toDbDay(investigationDueOn) }
    const data = { state: 'INVESTIGATING', investigatorId: actorId, ...time } as const
    const id = await saveStep(unit, locked, data, { action: 'listings.startInvestigation', after: { investigationDueOn } })
    await recordCaseStep(unit, id, 'INVESTIGATION_STARTED', { dueOn: investigationDueOn })
    return id
  })
}
