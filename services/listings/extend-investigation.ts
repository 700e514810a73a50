import type { z } from 'zod'
import { toDbDay } from '#prisma/db-day.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { caseStepInput, documentText } from './case-step-input.ts'
import { investigate } from './investigate.ts'
import { lockCase, saveStep } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'

export const extendInvestigationInput = caseStepInput.extend({ reasons: documentText })

/** The investigator gives the investigation more time, once and before it has run out, with reasons. Answers with the case's id. */
export async function extendInvestigation(context: UseCaseContext, input: z.input<typeof extendInvestigationInput>): Promise<string> {
  const parsed = parseInput(extendInvestigationInput, input)
  const command = { operation: 'extendInvestigation', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { reasons } = parsed
    const locked = await lockCase(unit, 'violation.notify', parsed)
    const actorId = context.viewer.userId ?? ''
    const event = await investigate(unit, locked.state, { type: 'EXTEND_INVESTIGATION', actorId, reasons }, 'INVESTIGATION_EXTENDED')
    demand(context, 'violation.notify', locked.facts)
    const dueOn = event.investigationDueOn
    const data = { investigationDueOn: toDbDay(dueOn) }
    const id = await saveStep(unit, locked, data, { action: 'listings.extendInvestigation', basis: reasons, after: { dueOn } })
    await recordCaseStep(unit, id, 'INVESTIGATION_EXTENDED', { dueOn, reasons }, 'OFFICIALS')
    return id
  })
}
