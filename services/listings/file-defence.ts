import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { caseStepInput, documentText } from './case-step-input.ts'
import { decideStep } from './decide-step.ts'
import { lockCase, saveStep } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'

export const fileDefenceInput = caseStepInput.extend({
  statement: documentText,
  /** True: the statement is a written waiver of the defence, so that a decision need not wait for the window. */
  isWaiver: z.boolean(),
})

/**
 * The party concerned states its defence 陈述申辩 within the window, or waives it in writing (rulebook R5).
 * Answers with the case's id.
 */
export async function fileDefence(context: UseCaseContext, input: z.input<typeof fileDefenceInput>): Promise<string> {
  const parsed = parseInput(fileDefenceInput, input)
  const command = { operation: 'fileDefence', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { statement, isWaiver } = parsed
    const locked = await lockCase(unit, 'violation.defend', parsed)
    demand(context, 'violation.defend', locked.facts)
    const userId = context.viewer.userId ?? ''
    const step = isWaiver
      ? ({ type: 'WAIVE_DEFENCE', waivedById: userId, writtenWaiver: statement } as const)
      : ({ type: 'FILE_DEFENCE', filedById: userId, statement } as const)
    await decideStep(unit, locked.state, step, isWaiver ? 'DEFENCE_WAIVED' : 'DEFENCE_FILED')
    const data = isWaiver
      ? ({ isDefenceWaived: true, defenceWaivedAt: unit.now, defenceText: statement } as const)
      : ({ state: 'DEFENCE_FILED', defenceFiledAt: unit.now, defenceText: statement } as const)
    const id = await saveStep(unit, locked, data, { action: isWaiver ? 'listings.waiveDefence' : 'listings.fileDefence' })
    await recordCaseStep(unit, id, isWaiver ? 'DEFENCE_WAIVED' : 'DEFENCE_FILED')
    await unit.outbox('listings.defenceFiled', 'ViolationCase', id)
    return id
  })
}
