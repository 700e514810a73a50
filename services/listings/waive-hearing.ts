import type { z } from 'zod'
import { can } from '#domain/access/can.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { caseStepInput, documentText } from './case-step-input.ts'
import { hear, saveHearing } from './hear.ts'
import { lockCase } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'

export const waiveHearingInput = caseStepInput.extend({ statement: documentText })

/**
 * Ends a hearing that will not be held: the party gives it up in writing, or the presider records that it stayed away without cause.
 * Answers with the case's id.
 */
export async function waiveHearing(context: UseCaseContext, input: z.input<typeof waiveHearingInput>): Promise<string> {
  const parsed = parseInput(waiveHearingInput, input)
  const command = { operation: 'waiveHearing', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { statement } = parsed
    const locked = await lockCase(unit, 'hearing.waive', parsed)
    const by = can(context.viewer, 'violation.defend', locked.facts) ? 'PARTY' : 'PRESIDER'
    const actorId = context.viewer.userId ?? ''
    await hear(unit, locked.state, { type: 'WAIVE_HEARING', actorId, by, statement }, 'HEARING_WAIVED')
    demand(context, 'hearing.waive', locked.facts)
    const data = { state: 'WAIVED', record: statement } as const
    const { number, caseId } = await saveHearing(unit, locked, data, { action: 'listings.waiveHearing', basis: statement, after: { by } })
    await recordCaseStep(unit, caseId, 'HEARING_WAIVED', { number })
    await unit.outbox('listings.hearingClosed', 'ViolationCase', caseId)
    return caseId
  })
}
