import type { z } from 'zod'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { caseStepInput, documentText } from './case-step-input.ts'
import { hear } from './hear.ts'
import { lockCase, saveStep } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'

export const requestHearingInput = caseStepInput.extend({ reasons: documentText })

/** The party asks for a hearing 听证 within its defence window (rulebook R5); until it is closed nothing is decided. */
export async function requestHearing(context: UseCaseContext, input: z.input<typeof requestHearingInput>): Promise<string> {
  const parsed = parseInput(requestHearingInput, input)
  const command = { operation: 'requestHearing', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { reasons } = parsed
    const locked = await lockCase(unit, 'violation.defend', parsed)
    demand(context, 'violation.defend', locked.facts)
    const requestedById = context.viewer.userId ?? ''
    await hear(unit, locked.state, { type: 'REQUEST_HEARING', requestedById, reasons }, 'HEARING_REQUESTED')
    const number = await nextNumber(unit, 'HEARING')
    await unit.tx.hearing.create({
      data: { number, caseId: locked.row.id, state: 'REQUESTED', requestedById, requestedAt: unit.now, requestReasons: reasons },
    })
    const id = await saveStep(unit, locked, {}, { action: 'listings.requestHearing', after: { hearing: number } })
    await recordCaseStep(unit, id, 'HEARING_REQUESTED', { number })
    await unit.outbox('listings.hearingRequested', 'ViolationCase', id)
    return id
  })
}
