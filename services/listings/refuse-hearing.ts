import type { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { caseStepInput, documentText } from './case-step-input.ts'
import { hear, saveHearing } from './hear.ts'
import { lockCase } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'

export const refuseHearingInput = caseStepInput.extend({ reasons: documentText })

/** Refuses a hearing, with reasons, where the rules give no right to one (rulebook R5: for serious measures). Answers with the case's id. */
export async function refuseHearing(context: UseCaseContext, input: z.input<typeof refuseHearingInput>): Promise<string> {
  const parsed = parseInput(refuseHearingInput, input)
  const command = { operation: 'refuseHearing', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { reasons } = parsed
    const locked = await lockCase(unit, 'hearing.conduct', parsed)
    const actorId = context.viewer.userId ?? ''
    await hear(unit, locked.state, { type: 'REFUSE_HEARING', actorId, reasons }, 'HEARING_REFUSED')
    demand(context, 'hearing.conduct', locked.facts)
    const data = { state: 'REFUSED', presiderId: actorId, refusedAt: unit.now, refusalReasons: reasons } as const
    const { number, caseId } = await saveHearing(unit, locked, data, { action: 'listings.refuseHearing', basis: reasons })
    await recordCaseStep(unit, caseId, 'HEARING_REFUSED', { number })
    await unit.outbox('listings.hearingRefused', 'ViolationCase', caseId)
    return caseId
  })
}
